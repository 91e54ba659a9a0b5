import type { AuthoredItem, Response } from '@aigaq/contracts';

import { automaticGrades, type FormItem, type GradeLine } from './grade-book';

const choice: AuthoredItem = {
  type: 'choice',
  prompt: '?',
  points: 2,
  options: [
    { id: 'a', text: 'a' },
    { id: 'b', text: 'b' },
  ],
  correct: 'a',
};
const essay: AuthoredItem = { type: 'extended_text', prompt: '?', points: 5, guidance: '', maxWords: null };
const items: FormItem[] = [
  { id: 'one', position: 1, item: choice },
  { id: 'two', position: 2, item: essay },
];
const answers = (one: Response | null, two: Response | null) =>
  new Map(Object.entries({ one, two }).flatMap(([id, response]) => (response ? [[id, { response }] as const] : [])));
const right: Response = { type: 'choice', selected: 'a' };
const written: Response = { type: 'extended_text', text: 'Нормалдау' };
const grade = (itemId: string, points: number, by: string | null): [string, GradeLine] => [
  itemId,
  { itemId, points, by, comment: '' },
];

describe('the marks that are computed', () => {
  it('leave to a person what a person has to read', () => {
    expect(automaticGrades(items, answers(right, written), new Map(), true)).toEqual([{ itemId: 'one', points: 2 }]);
  });

  it('give nothing for nothing, so that nobody has to open an empty page', () => {
    expect(automaticGrades(items, answers(null, null), new Map(), true)).toEqual([
      { itemId: 'one', points: 0 },
      { itemId: 'two', points: 0 },
    ]);
  });

  it('never overrule a person', () => {
    const grades = new Map([grade('one', 1, 'teacher'), grade('two', 4, 'teacher')]);
    expect(automaticGrades(items, answers(right, written), grades, true)).toEqual([]);
  });

  it('are given once and again only when an answer changed them', () => {
    expect(
      automaticGrades(items, answers(right, null), new Map([grade('one', 2, null), grade('two', 0, null)]), true),
    ).toEqual([]);
    expect(
      automaticGrades(items, answers(right, null), new Map([grade('one', 0, null), grade('two', 0, null)]), true),
    ).toEqual([{ itemId: 'one', points: 2 }]);
  });

  it('wait for a person with an essay whose browser may still have something to send', () => {
    expect(automaticGrades(items, answers(right, null), new Map(), false)).toEqual([{ itemId: 'one', points: 2 }]);
  });
});
