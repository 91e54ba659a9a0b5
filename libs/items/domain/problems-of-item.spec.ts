import type { AuthoredItem } from '@aigaq/contracts';

import { problemsOfItem } from './problems-of-item';

const options = [
  { id: 'a', text: 'PRIMARY KEY' },
  { id: 'b', text: 'FOREIGN KEY' },
  { id: 'c', text: 'UNIQUE' },
];
const choice: AuthoredItem = { type: 'choice', prompt: '?', points: 1, options, correct: 'a' };
const several: AuthoredItem = {
  type: 'multiple_choice',
  prompt: '?',
  points: 2,
  options,
  correct: ['a', 'c'],
  scoring: 'all',
};
const entry: AuthoredItem = {
  type: 'text_entry',
  prompt: '?',
  points: 1,
  accepted: ['SELECT', 'таңдау'],
  caseSensitive: false,
};

describe('the check of an authored item', () => {
  it('finds nothing wrong with items that are in order', () => {
    const essay: AuthoredItem = { type: 'extended_text', prompt: '?', points: 5, guidance: '', maxWords: null };
    for (const item of [choice, several, entry, essay]) expect(problemsOfItem(item, 'items.0.item')).toEqual([]);
  });

  it('names the right answer that is none of the options', () => {
    expect(problemsOfItem({ ...choice, correct: 'z' }, 'items.3.item')).toEqual([
      { code: 'no_correct_option', field: 'items.3.item.correct' },
    ]);
    expect(problemsOfItem({ ...several, correct: ['a', 'z'] }, 'items.3.item')).toEqual([
      { code: 'no_correct_option', field: 'items.3.item.correct.1' },
    ]);
  });

  it('names the second of two options with the same text or id', () => {
    const doubled = [...options, { id: 'd', text: 'FOREIGN  KEY ' }];
    expect(problemsOfItem({ ...choice, options: doubled }, 'i')).toEqual([
      { code: 'duplicate_option', field: 'i.options.3.text' },
    ]);
    expect(problemsOfItem({ ...choice, options: [...options, { id: 'b', text: 'CHECK' }] }, 'i')).toEqual([
      { code: 'duplicate_option', field: 'i.options.3.id' },
    ]);
  });

  it('says that several options are right when one says the same as the right one', () => {
    const doubled = [...options, { id: 'd', text: 'PRIMARY KEY' }];
    expect(problemsOfItem({ ...choice, options: doubled }, 'i')).toEqual([
      { code: 'several_correct_options', field: 'i.options.3.text' },
    ]);
  });

  it('tells options apart that differ in case, as commands may', () => {
    expect(problemsOfItem({ ...choice, options: [...options, { id: 'd', text: 'unique' }] }, 'i')).toEqual([]);
  });

  it('names a right answer that is listed twice', () => {
    expect(problemsOfItem({ ...several, correct: ['a', 'a'] }, 'i')).toEqual([
      { code: 'duplicate_option', field: 'i.correct.1' },
    ]);
  });

  it('names accepted answers that are empty to the eye or accepted already', () => {
    expect(problemsOfItem({ ...entry, accepted: ['SELECT', '\u200b', ' select '] }, 'i')).toEqual([
      { code: 'no_accepted_answer', field: 'i.accepted.1' },
      { code: 'duplicate_option', field: 'i.accepted.2' },
    ]);
    expect(problemsOfItem({ ...entry, accepted: ['SELECT', 'select'], caseSensitive: true }, 'i')).toEqual([]);
  });
});
