import fc from 'fast-check';

import { storable } from './storable';

describe('a value for the database', () => {
  it('loses NUL and half characters and keeps everything else', () => {
    expect(storable({ text: 'жа\0уап\ud800', list: ['\udc00😀'], deep: { none: null, count: 3 } })).toEqual({
      text: 'жауап\ufffd',
      list: ['\ufffd😀'],
      deep: { none: null, count: 3 },
    });
  });

  it('has no text that PostgreSQL refuses', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = storable({ text }).text;
        expect(kept).not.toContain('\0');
        expect(JSON.stringify(kept)).not.toMatch(/\\ud[89a-f]/i);
      }),
    );
  });

  it('is the value itself when nothing is wrong with it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\\u0000|\\ud[89a-f]/i.test(text));
        expect(JSON.stringify(storable(value))).toBe(text);
      }),
    );
  });
});
