import fc from 'fast-check';

import { following, labelled, percentAt, scaleStep, within, zoomed } from './viewport';

const hour = 3_600_000;
const whole = { from: 0, to: 2 * hour };

describe('the shown stretch of the timeline', () => {
  it('zooms around the playhead, which stays in its place', () => {
    const view = zoomed(whole, whole, hour / 2, 'in');
    expect(view.to - view.from).toBe(hour);
    expect(percentAt(view, hour / 2)).toBeCloseTo(percentAt(whole, hour / 2));
  });

  it('never leaves the recording nor becomes wider than it', () => {
    const moment = fc.integer({ min: -hour, max: 4 * hour });
    const direction = fc.constantFrom<'in' | 'out'>('in', 'out');
    fc.assert(
      fc.property(fc.array(fc.record({ moment, direction })), (steps) => {
        let view = whole;
        for (const each of steps) {
          view = following(zoomed(view, whole, each.moment, each.direction), whole, each.moment);
          expect(view.from).toBeGreaterThanOrEqual(0);
          expect(view.to).toBeLessThanOrEqual(2 * hour);
          expect(view.to - view.from).toBeGreaterThanOrEqual(19_999);
        }
      }),
    );
  });

  it('stays while the playhead is in it, and goes on with it afterwards', () => {
    const view = { from: 0, to: 60_000 };
    expect(following(view, whole, 30_000)).toEqual(view);
    expect(following(view, whole, 61_000)).toEqual({ from: 55_000, to: 115_000 });
  });

  it('shows a short recording whole', () => {
    expect(zoomed({ from: 0, to: 5000 }, { from: 0, to: 5000 }, 2000, 'in')).toEqual({ from: 0, to: 5000 });
    expect(within({ from: -100, to: 9000 }, { from: 0, to: 5000 })).toEqual({ from: 0, to: 5000 });
  });

  it('labels only what does not lie on the label before', () => {
    expect(labelled([-5, 1, 2, 3.5, 3.6, 9], 2)).toEqual([false, true, false, true, false, true]);
  });

  it('has a scale that can be read at every width', () => {
    for (const width of [20_000, 120_000, 600_000, hour, 3 * hour, 8 * hour])
      expect(width / scaleStep({ from: 0, to: width })).toBeLessThanOrEqual(10);
  });
});
