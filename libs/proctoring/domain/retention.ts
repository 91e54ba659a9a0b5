import type { RuleSetValues } from '@aigaq/contracts';

import type { DecisionOutcome } from './decision-rules';

const day = 24 * 3600 * 1000;

/** Until when a recording is kept that was decided upon at a moment; an appeal holds it longer. */
export function recordingUntil(decidedAt: Date, found: 'nothing_found' | 'incident', values: RuleSetValues): Date {
  const { recordingDays, recordingDaysWithIncident } = values.retention;
  return new Date(decidedAt.getTime() + (found === 'incident' ? recordingDaysWithIncident : recordingDays) * day);
}

/** What retention asks of a sitting. */
export interface KeptSitting {
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** When nobody could begin any more. */
  readonly closesAt: Date;
  /** The one that stands; null while it is proposed, and while there is none. */
  readonly decision: { readonly outcome: DecisionOutcome; readonly at: Date } | null;
}

/** Whether the case is open: somebody sat, and nobody has decided. Then nothing of it is deleted (DP-13, legal hold). */
export function isHeld(sitting: Pick<KeptSitting, 'startedAt' | 'decision'>): boolean {
  return sitting.startedAt !== null && sitting.decision === null;
}

/**
 * Until when recording, technical traces and flags that nobody confirmed are kept; null while the case is open. Of those
 * who were admitted and never began, from when they left or could no longer begin. Source: domain.md 5.3.
 */
export function keptUntil(sitting: KeptSitting, values: RuleSetValues): Date | null {
  if (isHeld(sitting)) return null;
  const { decision } = sitting;
  if (decision === null) return recordingUntil(sitting.endedAt ?? sitting.closesAt, 'nothing_found', values);
  return recordingUntil(decision.at, decision.outcome === 'cleared' ? 'nothing_found' : 'incident', values);
}

export function isDue(sitting: KeptSitting, values: RuleSetValues, now: Date): boolean {
  const until = keptUntil(sitting, values);
  return until !== null && until <= now;
}
