import type { RuleSetValues } from '@aigaq/contracts';

const day = 24 * 3600 * 1000;

/** Until when a recording is kept that was decided upon at a moment; an appeal holds it longer. */
export function recordingUntil(decidedAt: Date, found: 'nothing_found' | 'incident', values: RuleSetValues): Date {
  const { recordingDays, recordingDaysWithIncident } = values.retention;
  return new Date(decidedAt.getTime() + (found === 'incident' ? recordingDaysWithIncident : recordingDays) * day);
}
