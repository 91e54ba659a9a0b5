import fc from 'fast-check';
import { Unwrapper } from './unwrapper';

describe('a counter that wraps', () => {
  it('goes on beyond its range', () => {
    const sequences = new Unwrapper(16);
    expect([65_534, 65_535, 0, 1].map((value) => sequences.next(value))).toEqual([65_534, 65_535, 65_536, 65_537]);
  });

  it('takes what comes late as what it was', () => {
    const timestamps = new Unwrapper(32);
    expect([10, 0xffff_fff0, 20].map((value) => timestamps.next(value))).toEqual([10, -16, 20]);
  });

  it.each([16, 32] as const)('of %i bits follows any walk of steps below half its range', (bits) => {
    const range = 2 ** bits;
    const step = fc.integer({ min: -1000, max: range / 2 - 1001 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: range - 1 }), fc.array(step, { maxLength: 200 }), (first, steps) => {
        const unwrapper = new Unwrapper(bits);
        let high = first;
        expect(unwrapper.next(first)).toBe(first);
        for (const one of steps) {
          const value = high + one;
          expect(unwrapper.next(((value % range) + range) % range)).toBe(value);
          high = Math.max(high, value);
        }
      }),
    );
  });
});
