import type { GapCause } from '@aigaq/contracts';
import type { Interval, Intervals } from './intervals';

/** So many seconds in a row look the same. `cause` only where they are missing. */
export type StripRun =
  { state: 'recorded' | 'late' | 'excluded'; seconds: number } | { state: 'missing'; cause: GapCause; seconds: number };

interface Parts {
  excluded: Intervals;
  late: Intervals;
  missing: readonly (Interval & { cause: GapCause })[];
}

type Second = { state: 'recorded' | 'late' | 'excluded' } | { state: 'missing'; cause: GapCause };

const SECOND = 1000;

/**
 * The window second by second, run-length encoded. A second of which anything is missing is missing, one of which
 * anything came late is late: the strip never looks better than the recording is. Excluded is only a whole second (or
 * what the window has of its last one).
 */
export function strip(window: Interval | undefined, parts: Parts): StripRun[] {
  if (window === undefined) return [];
  const runs: StripRun[] = [];
  const cursor = { excluded: 0, late: 0, missing: 0 };
  for (let from = window.from; from < window.to; from += SECOND) {
    const second = look({ from, to: Math.min(from + SECOND, window.to) }, parts, cursor);
    const last = runs.at(-1);
    if (last !== undefined && alike(last, second)) last.seconds++;
    else runs.push({ ...second, seconds: 1 });
  }
  return runs;
}

function look(second: Interval, parts: Parts, cursor: Record<keyof Parts, number>): Second {
  cursor.missing = skip(parts.missing, cursor.missing, second.from);
  cursor.late = skip(parts.late, cursor.late, second.from);
  cursor.excluded = skip(parts.excluded, cursor.excluded, second.from);
  const missing = longest(parts.missing, cursor.missing, second);
  if (missing !== null) return { state: 'missing', cause: missing };
  const late = parts.late[cursor.late];
  if (late !== undefined && late.from < second.to) return { state: 'late' };
  const excluded = parts.excluded[cursor.excluded];
  const whole = excluded !== undefined && excluded.from <= second.from && excluded.to >= second.to;
  return { state: whole ? 'excluded' : 'recorded' };
}

/** Index of the first interval that ends behind `at`. */
function skip(intervals: Intervals, index: number, at: number): number {
  while (index < intervals.length && intervals[index]!.to <= at) index++;
  return index;
}

/** The cause that takes most of the second. */
function longest(missing: Parts['missing'], index: number, second: Interval): GapCause | null {
  let cause: GapCause | null = null;
  let most = 0;
  for (; index < missing.length && missing[index]!.from < second.to; index++) {
    const part = missing[index]!;
    const length = Math.min(part.to, second.to) - Math.max(part.from, second.from);
    if (length > most) {
      most = length;
      cause = part.cause;
    }
  }
  return cause;
}

function alike(run: StripRun, second: Second): boolean {
  if (run.state !== second.state) return false;
  return run.state !== 'missing' || (second.state === 'missing' && run.cause === second.cause);
}
