import { problemsOfText } from './unstorable-text';

describe('texts that no database could keep', () => {
  it('are found wherever they stand', () => {
    const sent = {
      name: 'Әсел',
      items: [{ text: 'a\0b' }, { text: 'ok' }],
      note: '\ud83d',
      face: '😀',
      count: 1,
      none: null,
    };
    expect(problemsOfText(sent)).toEqual([
      { code: 'bad_format', field: 'items.0.text' },
      { code: 'bad_format', field: 'note' },
    ]);
  });

  it('are not seen in texts of any script, nor in what is no text', () => {
    for (const value of ['Қазақ тілі', '数据库', '\n\t', '', 5, true, null, undefined, []])
      expect(problemsOfText(value)).toEqual([]);
  });
});
