import type { EventFields, Problem } from '@aigaq/contracts';

import { needsReason } from './profiles';

/** Filling in a form takes its time: a window may have begun so many minutes before it is saved. */
const pastToleranceMinutes = 15;
const shortestReason = 3;

type Planned = Pick<EventFields, 'opensAt' | 'closesAt' | 'durationSeconds' | 'profile' | 'profileReason'>;

/** What is wrong with an event's plan beyond the shape of its fields. */
export function problemsOfPlan(plan: Planned, now: Date): Problem[] {
  return [...problemsOfWindow(plan, now), ...problemsOfReason(plan)];
}

function problemsOfWindow(plan: Planned, now: Date): Problem[] {
  const opensAt = Date.parse(plan.opensAt);
  const closesAt = Date.parse(plan.closesAt);
  if (closesAt <= opensAt) return [{ code: 'ends_before_start', field: 'closesAt' }];
  const problems: Problem[] = [];
  const windowSeconds = Math.floor((closesAt - opensAt) / 1000);
  if (windowSeconds < plan.durationSeconds)
    problems.push({
      code: 'window_shorter_than_duration',
      field: 'durationSeconds',
      params: { windowMinutes: Math.floor(windowSeconds / 60), durationMinutes: Math.ceil(plan.durationSeconds / 60) },
    });
  if (closesAt <= now.getTime()) problems.push({ code: 'in_the_past', field: 'closesAt' });
  else if (opensAt < now.getTime() - pastToleranceMinutes * 60_000)
    problems.push({ code: 'in_the_past', field: 'opensAt' });
  return problems;
}

function problemsOfReason(plan: Planned): Problem[] {
  const missing = needsReason(plan.profile) && plan.profileReason.trim().length < shortestReason;
  return missing ? [{ code: 'profile_needs_reason', field: 'profileReason' }] : [];
}
