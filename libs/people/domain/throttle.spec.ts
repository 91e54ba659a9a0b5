import fc from 'fast-check';

import { type Guesses, strangerRule, type ThrottleRule, waitSeconds, withGuess } from './throttle';

const rule: ThrottleRule = { free: 3, firstWait: 5, longestWait: 60, forget: 3600 };

function after(count: number, now = 0): Guesses | undefined {
  let guesses: Guesses | undefined;
  for (let index = 0; index < count; index += 1) guesses = withGuess(guesses, rule, now);
  return guesses;
}

describe('the delay after wrong guesses', () => {
  it('lets the first guesses through at once', () => {
    expect([0, 1, 2].map((count) => waitSeconds(after(count), rule, 0))).toEqual([0, 0, 0]);
  });

  it('doubles from guess to guess up to the longest wait', () => {
    expect([3, 4, 5, 6, 7, 8, 40].map((count) => waitSeconds(after(count), rule, 0))).toEqual([
      5, 10, 20, 40, 60, 60, 60,
    ]);
  });

  it('passes with the time', () => {
    expect(waitSeconds(after(3), rule, 2000)).toBe(3);
    expect(waitSeconds(after(3), rule, 5000)).toBe(0);
  });

  it('forgets everything after an hour of quiet', () => {
    expect(waitSeconds(after(50), rule, 3_600_000)).toBe(0);
    expect(withGuess(after(50), rule, 3_600_000).count).toBe(1);
  });

  it('never asks anyone to wait longer than the longest wait, and never less than nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000_000 }), (count, now) => {
        const wait = waitSeconds({ count, lastAt: 0 }, strangerRule, now);
        return wait >= 0 && wait <= strangerRule.longestWait;
      }),
    );
  });
});
