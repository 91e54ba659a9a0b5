import fc from 'fast-check';
import { difference, intersection, total, union, type Interval } from './intervals';

const interval = fc.tuple(fc.nat(60), fc.nat(12)).map(([from, long]): Interval => ({ from, to: from + long }));
const intervals = fc.array(interval, { maxLength: 12 });
const within = (set: readonly Interval[], at: number): boolean => set.some(({ from, to }) => from <= at && at < to);
const everywhere = Array.from({ length: 75 }, (_, at) => at);

describe('sets of intervals', () => {
  it('hold in union, intersection and difference what they should at every point', () => {
    fc.assert(
      fc.property(intervals, intervals, (first, second) => {
        const [a, b] = [union(first), union(second)];
        for (const at of everywhere) {
          expect(within(union([...first, ...second]), at)).toBe(within(first, at) || within(second, at));
          expect(within(intersection(a, b), at)).toBe(within(first, at) && within(second, at));
          expect(within(difference(a, b), at)).toBe(within(first, at) && !within(second, at));
        }
        expect(total(intersection(a, b)) + total(difference(a, b))).toBe(total(a));
      }),
    );
  });

  it('are the same after another union', () => {
    fc.assert(
      fc.property(intervals, fc.nat(5), (some, join) => {
        expect(union(union(some, join), join)).toEqual(union(some, join));
      }),
    );
  });

  it('leave the intervals that they were made of as they are', () => {
    const one = Object.freeze({ from: 0, to: 2 });
    expect(union([one, { from: 1, to: 5 }])).toEqual([{ from: 0, to: 5 }]);
  });
});
