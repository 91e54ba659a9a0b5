import fc from 'fast-check';

import type { AuthoredItem, Response } from '@aigaq/contracts';

import { isAnswered, scoreResponse } from './score-response';

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id }));
const choice: AuthoredItem = { type: 'choice', prompt: '?', points: 2, options, correct: 'b' };
const several = (scoring: 'all' | 'partial'): AuthoredItem => ({
  type: 'multiple_choice',
  prompt: '?',
  points: 3,
  options,
  correct: ['a', 'b', 'c'],
  scoring,
});
const entry = (accepted: string[], caseSensitive = false): AuthoredItem => ({
  type: 'text_entry',
  prompt: '?',
  points: 1,
  accepted,
  caseSensitive,
});
const essay: AuthoredItem = { type: 'extended_text', prompt: '?', points: 10, guidance: '', maxWords: null };
const selecting = (...selected: string[]): Response => ({ type: 'multiple_choice', selected });
const writing = (text: string): Response => ({ type: 'text_entry', text });

describe('the score of a choice', () => {
  it('is all for the right option and nothing for another', () => {
    expect(scoreResponse(choice, { type: 'choice', selected: 'b' })).toBe(2);
    expect(scoreResponse(choice, { type: 'choice', selected: 'a' })).toBe(0);
  });
});

describe('the score of a multiple choice', () => {
  it('is all or nothing where its author wants it so', () => {
    expect(scoreResponse(several('all'), selecting('c', 'a', 'b'))).toBe(3);
    expect(scoreResponse(several('all'), selecting('a', 'b'))).toBe(0);
    expect(scoreResponse(several('all'), selecting('a', 'b', 'c', 'd'))).toBe(0);
  });

  it('sets wrong options against right ones, never below nothing', () => {
    expect(scoreResponse(several('partial'), selecting('a', 'b'))).toBe(2);
    expect(scoreResponse(several('partial'), selecting('a', 'b', 'd'))).toBe(1);
    expect(scoreResponse(several('partial'), selecting('d'))).toBe(0);
    expect(scoreResponse({ ...several('partial'), points: 1 }, selecting('a'))).toBe(0.33);
  });
});

describe('the score of a text entry', () => {
  it('does not see blanks, nor the case of Kazakh and Russian letters', () => {
    const item = entry(['Қазақстан Республикасы', 'ІЗДЕУ ҰҒЫМЫ', 'Ёлка']);
    for (const text of ['  қазақстан   РЕСПУБЛИКАСЫ ', 'Қазақстан\u00a0Республикасы', 'іздеу ұғымы', 'ЁЛКА'])
      expect(scoreResponse(item, writing(text))).toBe(1);
    expect(scoreResponse(item, writing('казахстан республикасы'))).toBe(0);
  });

  it('sees a composed and a decomposed letter as one', () => {
    expect(scoreResponse(entry(['й']), writing('и\u0306'))).toBe(1);
  });

  it('sees case where its author wants it so', () => {
    expect(scoreResponse(entry(['VarChar'], true), writing(' VarChar '))).toBe(1);
    expect(scoreResponse(entry(['VarChar'], true), writing('varchar'))).toBe(0);
  });
});

describe('the score of an extended text', () => {
  it('is left to a person, unless nothing was written', () => {
    expect(scoreResponse(essay, { type: 'extended_text', text: 'Индекс іздеуді жылдамдатады.' })).toBeNull();
    expect(scoreResponse(essay, { type: 'extended_text', text: ' \n' })).toBe(0);
  });
});

describe('every score', () => {
  const anyItem = fc.oneof(
    fc.constant(choice),
    fc.constant(essay),
    fc
      .record({
        points: fc.double({ min: 0.5, max: 100, noNaN: true }),
        correct: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
        scoring: fc.constantFrom('all' as const, 'partial' as const),
      })
      .map((part): AuthoredItem => ({ type: 'multiple_choice', prompt: '?', options, ...part })),
    fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }).map((accepted) => entry(accepted)),
  );
  const anyResponse: fc.Arbitrary<Response | null> = fc.oneof(
    fc.constant(null),
    fc.option(fc.constantFrom('a', 'b', 'z')).map((selected): Response => ({ type: 'choice', selected })),
    fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'z')).map((selected) => selecting(...selected)),
    fc.string().map(writing),
    fc.string().map((text): Response => ({ type: 'extended_text', text })),
  );

  it('lies between nothing and the points of its item', () => {
    fc.assert(
      fc.property(anyItem, anyResponse, (item, response) => {
        const score = scoreResponse(item, response);
        if (score === null) return item.type === 'extended_text';
        return score >= 0 && score <= item.points;
      }),
    );
  });

  it('is full for the full answer', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        if (item.type === 'choice')
          expect(scoreResponse(item, { type: 'choice', selected: item.correct })).toBe(item.points);
        if (item.type === 'multiple_choice') expect(scoreResponse(item, selecting(...item.correct))).toBe(item.points);
        if (item.type === 'text_entry')
          for (const text of item.accepted)
            if (isAnswered(writing(text))) expect(scoreResponse(item, writing(text))).toBe(item.points);
      }),
    );
  });

  it('does not depend on the order of the selection, nor on what is selected twice', () => {
    fc.assert(
      fc.property(anyItem, fc.array(fc.constantFrom('a', 'b', 'c', 'd')), (item, selected) => {
        const score = scoreResponse(item, selecting(...selected));
        expect(scoreResponse(item, selecting(...[...selected].reverse(), ...selected))).toBe(score);
      }),
    );
  });

  it('is nothing for a response to another type of item', () => {
    expect(scoreResponse(choice, writing('b'))).toBe(0);
    expect(scoreResponse(essay, writing('text'))).toBe(0);
  });
});
