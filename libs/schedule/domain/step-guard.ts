import type { Problem, Profile } from '@aigaq/contracts';

import type { EventStaffRole } from './event-access';
import { needsProctor } from './profiles';

/** What an event has got so far. */
export interface Readiness {
  /** Items in the form; null without a form. */
  readonly items: number | null;
  readonly candidates: number;
  readonly staffRoles: readonly EventStaffRole[];
  readonly profile: Profile;
  readonly closesAt: Date;
}

/** Approval is for what candidates will get, so there has to be something. */
export function problemsOfForm(items: number | null): Problem[] {
  if (items === null) return [{ code: 'form_missing' }];
  return items === 0 ? [{ code: 'form_empty' }] : [];
}

/** Who is missing for an event that people rely on. */
export function problemsOfStaff(staffRoles: readonly EventStaffRole[], profile: Profile): Problem[] {
  const problems: Problem[] = [];
  if (!staffRoles.includes('examiner')) problems.push({ code: 'examiner_missing' });
  const watched = staffRoles.includes('proctor') || staffRoles.includes('senior_proctor');
  if (needsProctor(profile) && !watched) problems.push({ code: 'proctor_missing' });
  return problems;
}

/** Why an event cannot be announced now: all the reasons at once. */
export function problemsOfAnnouncement(ready: Readiness, now: Date): Problem[] {
  return [
    ...problemsOfForm(ready.items),
    ...(ready.candidates === 0 ? [{ code: 'roster_empty' } as const] : []),
    ...problemsOfStaff(ready.staffRoles, ready.profile),
    ...(ready.closesAt <= now ? [{ code: 'in_the_past', field: 'closesAt' } as const] : []),
  ];
}
