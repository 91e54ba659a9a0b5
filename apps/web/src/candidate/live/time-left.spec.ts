import fc from 'fast-check';

import type { SittingClock } from '@aigaq/contracts';

import { secondsLeft, thresholdPassed, waitThresholdPassed, wholeSeconds } from './time-left';

const at = (seconds: number): string => new Date(seconds * 1000).toISOString();
const clock = (changes: Partial<SittingClock>): SittingClock => ({
  now: at(0),
  startedAt: at(0),
  endsAt: at(3600),
  remainingSeconds: 3600,
  grantedSeconds: 0,
  pausedAt: null,
  ...changes,
});

describe('the time that is left', () => {
  it('runs by the server’s time to the end that the server said, and not below nothing', () => {
    expect(secondsLeft(clock({}), 600_000)).toBe(3000);
    expect(secondsLeft(clock({}), 4_000_000)).toBe(0);
  });

  it('stands still in a pause and before the start', () => {
    const paused = clock({ endsAt: null, remainingSeconds: 1234, pausedAt: at(500) });
    expect(secondsLeft(paused, 9_000_000)).toBe(1234);
    expect(secondsLeft(clock({ startedAt: null, endsAt: null, remainingSeconds: 3600 }), 1)).toBe(3600);
  });

  it('adds up to the whole sitting at every moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3600 }), (second) =>
        expect(wholeSeconds(clock({}), second * 1000)).toBeCloseTo(3600),
      ),
    );
    expect(wholeSeconds(clock({ endsAt: null, remainingSeconds: 3000, pausedAt: at(600) }), 2_000_000)).toBe(3600);
    expect(wholeSeconds(clock({ startedAt: null, endsAt: null }), 0)).toBe(0);
  });
});

describe('what the clock says aloud', () => {
  const said = (whole: number, step: number): (string | number)[] => {
    const all: (string | number)[] = [];
    for (let left = whole; left > 0; left -= step) {
      const threshold = thresholdPassed(left, left - step, whole);
      if (threshold !== null) all.push(threshold);
    }
    return all;
  };

  it('is half, ten, five and one minute, each once', () => {
    expect(said(3600, 1)).toEqual(['half', 600, 300, 60]);
  });

  it('is what a short sitting has of them, and no half beside the minutes', () => {
    expect(said(900, 1)).toEqual([600, 300, 60]);
    expect(said(240, 1)).toEqual([60]);
  });

  it('is only the nearest of those that a jump skipped', () => {
    expect(thresholdPassed(3000, 30, 3600)).toBe(60);
    expect(thresholdPassed(3000, 500, 3600)).toBe(600);
  });

  it('is nothing when time was given', () => {
    expect(thresholdPassed(290, 900, 3600)).toBeNull();
  });

  it('counts down to a beginning, too', () => {
    expect(waitThresholdPassed(601, 600)).toBe(600);
    expect(waitThresholdPassed(5, 0)).toBe(0);
    expect(waitThresholdPassed(50, 40)).toBeNull();
  });
});
