import { authoredItem, eventFields } from '@aigaq/contracts';
import { problemsOfItem } from '@aigaq/items';

import { databases, networks } from './exams';

describe.each([
  ['databases', databases],
  ['networks', networks],
])('the demonstration exam "%s"', (_, exam) => {
  it('is what an author could have written', () => {
    const partly = eventFields.omit({ disciplineId: true, ruleSetId: true, opensAt: true, closesAt: true });
    expect(partly.parse(exam.fields)).toEqual(exam.fields);
    for (const item of exam.items) {
      expect(authoredItem.parse(item)).toEqual(item);
      expect(problemsOfItem(item, 'item')).toEqual([]);
    }
  });
});

describe('the demonstration exam that is held', () => {
  it('has ten items of all four types for a hundred points', () => {
    expect(databases.items).toHaveLength(10);
    expect(new Set(databases.items.map((item) => item.type)).size).toBe(4);
    expect(databases.items.reduce((sum, item) => sum + item.points, 0)).toBe(100);
  });
});
