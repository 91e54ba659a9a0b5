import type { SittingClock } from '@aigaq/contracts';

/** Seconds left at the server's time `now` (milliseconds since 1970); stands still before the start and while paused. */
export function remainingAt(clock: SittingClock, now: number): number {
  if (clock.endsAt === null) return clock.remainingSeconds;
  return Math.max(0, (Date.parse(clock.endsAt) - now) / 1000);
}
