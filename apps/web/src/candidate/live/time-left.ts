import type { SittingClock } from '@aigaq/contracts';

/** Seconds that are left at a moment of the server's time (milliseconds); stands still before the start and in a pause. */
export function secondsLeft(clock: SittingClock, serverNow: number): number {
  if (clock.endsAt === null) return Math.max(0, clock.remainingSeconds);
  return Math.max(0, (Date.parse(clock.endsAt) - serverNow) / 1000);
}

/** Seconds of the whole sitting, from which its half is counted; 0 before the start. */
export function wholeSeconds(clock: SittingClock, serverNow: number): number {
  if (clock.startedAt === null) return 0;
  const gone =
    ((clock.pausedAt === null ? serverNow : Date.parse(clock.pausedAt)) - Date.parse(clock.startedAt)) / 1000;
  return Math.max(0, gone) + secondsLeft(clock, serverNow);
}

export type Threshold = 'half' | 600 | 300 | 60;

/**
 * What the clock says aloud when it goes from one reading to the next: the latest threshold that was passed, or null.
 * A jump (a reload, a pause that ended) says one thing, not all that it skipped; time that was given says nothing.
 */
export function thresholdPassed(before: number, after: number, whole: number): Threshold | null {
  const seconds: [Threshold, number][] = [
    [60, 60],
    [300, 300],
    [600, 600],
    ['half', whole / 2],
  ];
  const passed = seconds
    // The half of a short sitting is no news beside the minutes.
    .filter(([name, at]) => at < whole && (name !== 'half' || at > 600))
    .filter(([, at]) => before > at && after <= at);
  return passed[0]?.[0] ?? null;
}

/** As above for the wait before a beginning; `0` is the beginning itself. */
export function waitThresholdPassed(before: number, after: number): 600 | 300 | 60 | 0 | null {
  const thresholds = [0, 60, 300, 600] as const;
  return thresholds.find((at) => before > at && after <= at) ?? null;
}
