import fc from 'fast-check';

import { ClockOffset } from './clock-offset';

describe('the difference between two clocks', () => {
  it('is nothing before the server was asked', () => {
    expect(new ClockOffset().milliseconds).toBe(0);
  });

  it('is never wrong by more than half of the quickest round trip', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.array(fc.record({ there: fc.nat(5000), back: fc.nat(5000) }), { minLength: 1, maxLength: 12 }),
        (truth, ways) => {
          const offset = new ClockOffset();
          let now = 1e12;
          for (const { there, back } of ways) {
            offset.sample(now, now + there + back, now + there + truth);
            now += 5000 + there + back;
          }
          const quickest = Math.min(...ways.map(({ there, back }) => there + back));
          expect(Math.abs(offset.milliseconds - truth)).toBeLessThanOrEqual(quickest / 2 + 0.001);
        },
      ),
    );
  });

  it('follows a clock that was set meanwhile', () => {
    const offset = new ClockOffset();
    for (let at = 0; at < 3; at += 1) offset.sample(at * 5000, at * 5000 + 2, at * 5000 + 1);
    for (let at = 3; at < 20; at += 1) offset.sample(at * 5000, at * 5000 + 40, at * 5000 + 20 + 60_000);
    expect(offset.milliseconds).toBe(60_000);
  });

  it('takes no notice of an answer that came before its question', () => {
    const offset = new ClockOffset();
    offset.sample(100, 50, 5000);
    expect(offset.milliseconds).toBe(0);
  });
});
