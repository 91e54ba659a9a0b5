import fc from 'fast-check';

import { unstorable } from './unstorable';

describe('texts that no database keeps', () => {
  it('are named by their place', () => {
    const value = { name: 'a\u0000b', items: [{ text: 'whole' }, { text: 'half \ud83d' }], count: 3, nothing: null };
    expect(unstorable(value)).toEqual([
      { code: 'bad_format', field: 'name' },
      { code: 'bad_format', field: 'items.1.text' },
    ]);
    expect(unstorable('\u0000')).toEqual([{ code: 'bad_format' }]);
  });

  it('are not among whole texts without NUL', () => {
    const whole = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\u0000', ''));
    fc.assert(
      fc.property(
        fc.jsonValue({ stringUnit: 'grapheme' }).map((value) => JSON.stringify(value)),
        whole,
        (json, text) => {
          return unstorable({ json: json.replaceAll('\u0000', ''), text }).length === 0;
        },
      ),
    );
  });
});
