import type { SittingClock } from '@aigaq/contracts';

export const timeFactKinds = ['extra', 'started', 'paused', 'resumed', 'granted'] as const;
export type TimeFactKind = (typeof timeFactKinds)[number];

/**
 * Something that happened to a sitting's time. `extra` is the person's accommodation (the newest counts, from whenever),
 * `granted` a gift of `seconds`; the others carry none.
 */
export interface TimeFact {
  /** Orders facts of one moment. */
  readonly id: string;
  readonly at: Date;
  readonly kind: TimeFactKind;
  readonly seconds: number | null;
}

export interface TimePlan {
  readonly durationSeconds: number;
  /** A late start is cut here; extra time, pauses and grants reach beyond it. */
  readonly closesAt: Date;
  /** Nothing runs any more after it. */
  readonly endedAt: Date | null;
}

interface Walk {
  readonly startedAt: number | null;
  /** Where the time would end if nothing else happened; moves on while paused. */
  readonly end: number;
  readonly pausedAt: number | null;
  readonly grantedSeconds: number;
  /** Stretches of running time, in milliseconds, the last one still open. */
  readonly runs: readonly { readonly from: number; readonly to: number | null }[];
}

/** How a sitting's time stands at `now`, whatever the order in which its facts became known. */
export function sittingClockAt(plan: TimePlan, facts: readonly TimeFact[], now: Date): SittingClock {
  const until = plan.endedAt === null ? now.getTime() : Math.min(now.getTime(), plan.endedAt.getTime());
  const walk = walkThrough(plan, facts, until);
  const common = { now: now.toISOString(), grantedSeconds: walk.grantedSeconds };
  if (walk.startedAt === null) {
    const whole = plan.durationSeconds + extraSecondsOf(facts, until);
    return { ...common, startedAt: null, endsAt: null, remainingSeconds: whole + walk.grantedSeconds, pausedAt: null };
  }
  const paused = walk.pausedAt !== null;
  return {
    ...common,
    startedAt: new Date(walk.startedAt).toISOString(),
    endsAt: paused ? null : new Date(walk.end).toISOString(),
    remainingSeconds: Math.max(0, (walk.end - (walk.pausedAt ?? until)) / 1000),
    pausedAt: walk.pausedAt === null ? null : new Date(walk.pausedAt).toISOString(),
  };
}

/** The moment at which the time runs out; null before the start and while paused. */
export function endOfTime(plan: TimePlan, facts: readonly TimeFact[], now: Date): Date | null {
  const { endsAt } = sittingClockAt(plan, facts, now);
  return endsAt === null ? null : new Date(endsAt);
}

/** Seconds between two moments in which the sitting's time ran: started, not paused and not yet over. */
export function runningSecondsBetween(plan: TimePlan, facts: readonly TimeFact[], from: Date, to: Date): number {
  const ended = plan.endedAt?.getTime() ?? Infinity;
  const until = Math.min(to.getTime(), ended);
  const { runs } = walkThrough(plan, facts, until);
  const milliseconds = runs.reduce((sum, run) => {
    const overlap = Math.min(run.to ?? until, until) - Math.max(run.from, from.getTime());
    return sum + Math.max(0, overlap);
  }, 0);
  return milliseconds / 1000;
}

/** Whether the time stood still at a moment because of a pause. */
export function isPausedAt(plan: TimePlan, facts: readonly TimeFact[], at: Date): boolean {
  return walkThrough(plan, facts, at.getTime()).pausedAt !== null;
}

/** The accommodation in force at a moment. */
export function extraSecondsAt(facts: readonly TimeFact[], at: Date): number {
  return extraSecondsOf(facts, at.getTime());
}

function extraSecondsOf(facts: readonly TimeFact[], until: number): number {
  const known = inOrder(facts).filter((fact) => fact.kind === 'extra' && fact.at.getTime() <= until);
  return known.at(-1)?.seconds ?? 0;
}

function inOrder(facts: readonly TimeFact[]): TimeFact[] {
  return [...facts].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function walkThrough(plan: TimePlan, facts: readonly TimeFact[], until: number): Walk {
  const happened = inOrder(facts).filter((fact) => fact.at.getTime() <= until);
  const granted = happened
    .filter((fact) => fact.kind === 'granted')
    .reduce((sum, fact) => sum + (fact.seconds ?? 0), 0);
  const startedAt = happened.find((fact) => fact.kind === 'started')?.at.getTime() ?? null;
  if (startedAt === null) return { startedAt, end: 0, pausedAt: null, grantedSeconds: granted, runs: [] };
  const cut = Math.min(startedAt + plan.durationSeconds * 1000, Math.max(startedAt, plan.closesAt.getTime()));
  let end = cut + extraSecondsOf(facts, until) * 1000;
  // A grant before the start counts from the start on.
  for (const fact of happened)
    if (fact.kind === 'granted' && fact.at.getTime() < startedAt) end += (fact.seconds ?? 0) * 1000;
  let pausedAt: number | null = null;
  let runFrom = startedAt;
  const runs: { from: number; to: number | null }[] = [];
  for (const fact of happened) {
    const at = fact.at.getTime();
    if (at < startedAt) continue;
    if (fact.kind === 'granted') end += (fact.seconds ?? 0) * 1000;
    // Time that is over cannot be stopped, and so cannot be brought back by going on.
    else if (fact.kind === 'paused' && pausedAt === null && at < end) {
      pausedAt = at;
      runs.push({ from: runFrom, to: at });
    } else if (fact.kind === 'resumed' && pausedAt !== null) {
      end += at - pausedAt;
      pausedAt = null;
      runFrom = at;
    }
  }
  if (pausedAt === null) runs.push({ from: runFrom, to: null });
  return { startedAt, end, pausedAt, grantedSeconds: granted, runs };
}
