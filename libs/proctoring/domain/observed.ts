import { type FlagCode, flagSeverity, type Profile, type ReportEntry, type SittingState } from '@aigaq/contracts';

import { isPausedAt, type TimeFact, type TimePlan } from './sitting-clock';

export type Opened = Extract<ReportEntry, { kind: 'observation_opened' }>;

export interface ObservedSitting {
  readonly state: SittingState;
  readonly profile: Pick<Profile, 'detectors'>;
  readonly silencedDetectors: readonly FlagCode[];
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
}

/** Whether this detector may speak of this person: the profile names it and nothing silences it. */
export function isActive(code: FlagCode, sitting: Pick<ObservedSitting, 'profile' | 'silencedDetectors'>): boolean {
  return sitting.profile.detectors.includes(code) && !sitting.silencedDetectors.includes(code);
}

/**
 * When a reported observation began, inside the sitting; null when it makes no flag: its detector is off, the sitting
 * had not begun, had ended or was paused, or its case is closed. The report itself is kept in any case.
 */
export function observedAt(
  entry: Opened,
  sitting: ObservedSitting,
  plan: TimePlan,
  facts: readonly TimeFact[],
  now: Date,
): Date | null {
  if (!isActive(entry.code, sitting) || sitting.startedAt === null || sitting.state === 'closed') return null;
  const at = new Date(Math.min(new Date(entry.at).getTime(), now.getTime()));
  if (sitting.endedAt !== null && at > sitting.endedAt) return null;
  const begun = at < sitting.startedAt ? sitting.startedAt : at;
  return isPausedAt(plan, facts, begun) ? null : begun;
}

/** Where an observation ended: not before it began, not after now or the end of the sitting. */
export function observedUntil(begun: Date, closedAt: Date, sitting: Pick<ObservedSitting, 'endedAt'>, now: Date): Date {
  const latest = sitting.endedAt ?? now;
  return new Date(Math.max(begun.getTime(), Math.min(closedAt.getTime(), latest.getTime())));
}

export function severityOf(code: FlagCode): number {
  return flagSeverity[code];
}
