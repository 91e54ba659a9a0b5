import fc from 'fast-check';

import { Pace } from './pace';
import { defaultParameters } from './parameters';

const { frames } = defaultParameters;

function after(costs: readonly number[]): Pace {
  const pace = new Pace(frames);
  for (const cost of costs) pace.spent(cost);
  return pace;
}

describe('the pace of the frames', () => {
  it('stays at two a second on a machine that is quick enough', () => {
    expect(after(Array<number>(100).fill(30)).intervalMs).toBe(500);
  });

  it('slows down when a frame takes more than its share of the interval', () => {
    expect(after(Array<number>(20).fill(300)).intervalMs).toBe(1000);
    expect(after(Array<number>(50).fill(5000)).intervalMs).toBe(4000);
  });

  it('is not frightened by a single slow frame', () => {
    expect(after([30, 30, 400, 30]).intervalMs).toBe(500);
  });

  it('comes back when the machine has time again', () => {
    expect(after([...Array<number>(50).fill(900), ...Array<number>(60).fill(20)]).intervalMs).toBe(500);
  });

  it('keeps within its limits, and within its budget whenever the limits let it, at any steady cost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 50 }),
        fc.integer({ min: 0, max: 5000 }),
        (before, cost) => {
          const pace = after([...before, ...Array<number>(200).fill(cost)]);
          expect(pace.intervalMs).toBeGreaterThanOrEqual(frames.intervalMs);
          expect(pace.intervalMs).toBeLessThanOrEqual(frames.slowestIntervalMs);
          if (pace.intervalMs < frames.slowestIntervalMs)
            expect(cost).toBeLessThanOrEqual(frames.budget * pace.intervalMs + 1);
        },
      ),
    );
  });
});
