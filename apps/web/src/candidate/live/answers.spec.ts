import fc from 'fast-check';

import type { SavedAnswer } from '@aigaq/contracts';

import type { LocalAnswer } from '../outbox/report-store';
import { countWords, emptyResponse, isAnswered, mergeAnswers } from './answers';

const at = (second: number): string => new Date(second * 1000).toISOString();
const local = (itemId: string, text: string, second: number, sequence = 1): LocalAnswer => ({
  itemId,
  response: { type: 'text_entry', text },
  flagged: false,
  at: at(second),
  sequence,
});
const saved = (itemId: string, text: string, second: number): SavedAnswer => ({
  itemId,
  response: { type: 'text_entry', text },
  flagged: true,
  answeredAt: at(second),
});
const textOf = (merged: ReturnType<typeof mergeAnswers>, itemId: string) => {
  const response = merged.get(itemId)?.response;
  return response?.type === 'text_entry' ? response.text : undefined;
};

describe('what stands on the page after a reload', () => {
  it('is what only this browser knew', () => {
    expect(textOf(mergeAnswers([local('a', 'mine', 5)], []), 'a')).toBe('mine');
  });

  it('is what only the server knew: another browser had the sitting', () => {
    expect(textOf(mergeAnswers([], [saved('a', 'theirs', 5)]), 'a')).toBe('theirs');
  });

  it('is the newer of the two, and this browser’s own where both are of one moment', () => {
    expect(textOf(mergeAnswers([local('a', 'mine', 6)], [saved('a', 'theirs', 5)]), 'a')).toBe('mine');
    expect(textOf(mergeAnswers([local('a', 'mine', 5)], [saved('a', 'theirs', 6)]), 'a')).toBe('theirs');
    expect(textOf(mergeAnswers([local('a', 'mine', 5)], [saved('a', 'theirs', 5)]), 'a')).toBe('mine');
  });

  it('compares moments and not their spelling', () => {
    const theirs = { ...saved('a', 'theirs', 0), answeredAt: '2026-01-01T10:00:00+05:00' };
    const mine = { ...local('a', 'mine', 0), at: '2026-01-01T05:00:01.000Z' };
    expect(textOf(mergeAnswers([mine], [theirs]), 'a')).toBe('mine');
  });

  it('loses no item, whoever knew it', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(fc.uniqueArray(id), fc.uniqueArray(id), fc.nat(9), fc.nat(9), (mine, theirs, one, two) => {
        const merged = mergeAnswers(
          mine.map((item) => local(item, 'm', one)),
          theirs.map((item) => saved(item, 't', two)),
        );
        expect([...merged.keys()].sort()).toEqual([...new Set([...mine, ...theirs])].sort());
      }),
    );
  });
});

describe('an answer', () => {
  it('is there when something was chosen or written, spaces aside', () => {
    expect(isAnswered(undefined)).toBe(false);
    for (const type of ['choice', 'multiple_choice', 'text_entry', 'extended_text'] as const)
      expect(isAnswered(emptyResponse({ type }))).toBe(false);
    expect(isAnswered({ type: 'extended_text', text: ' \n ' })).toBe(false);
    expect(isAnswered({ type: 'choice', selected: 'a' })).toBe(true);
    expect(isAnswered({ type: 'multiple_choice', selected: ['a'] })).toBe(true);
    expect(isAnswered({ type: 'text_entry', text: '0' })).toBe(true);
  });

  it('has as many words as a person would count, in every script', () => {
    expect(countWords('  Менің  атым — Асан. ')).toBe(3);
    expect(countWords('1NF, 2NF\nand 3NF')).toBe(4);
    expect(countWords(' — ')).toBe(0);
  });
});
