import type { Interval } from '@aigaq/evidence';

import type { TimeFact } from './sitting-clock';

/** The stretches in which a sitting was paused, in milliseconds since 1970; one that still lasts goes on until `until`. */
export function pausesOf(facts: readonly TimeFact[], until: Date): Interval[] {
  const marks = facts
    .filter((fact) => fact.kind === 'paused' || fact.kind === 'resumed')
    .sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1));
  const pauses: Interval[] = [];
  let from: number | null = null;
  for (const mark of marks) {
    const at = mark.at.getTime();
    if (mark.kind === 'paused') from ??= at;
    else if (from !== null) {
      pauses.push({ from, to: at });
      from = null;
    }
  }
  if (from !== null) pauses.push({ from, to: Math.max(from, until.getTime()) });
  return pauses;
}
