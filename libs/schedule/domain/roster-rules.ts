import type { Problem, Role } from '@aigaq/contracts';

import { type EventStaffRole, fittingRoles } from './event-access';

export interface KnownAccount {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
}

/**
 * Why these accounts cannot sit the event. Nobody sits an event at which he serves.
 * @param wanted ids as they were sent; the place of each names the field
 */
export function problemsOfCandidates(
  wanted: readonly string[],
  known: ReadonlyMap<string, KnownAccount>,
  staff: ReadonlySet<string>,
): Problem[] {
  return wanted.flatMap((id, index): Problem[] => {
    const field = `accountIds.${index}`;
    const account = known.get(id);
    if (!account?.active) return [{ code: 'not_found', field }];
    if (!account.roles.includes('candidate')) return [{ code: 'not_one_of', field, params: { values: 'candidate' } }];
    return staff.has(id) ? [{ code: 'same_person', field }] : [];
  });
}

/** Why these accounts cannot serve at the event. */
export function problemsOfAssignment(
  wanted: readonly { accountId: string; role: EventStaffRole }[],
  known: ReadonlyMap<string, KnownAccount>,
  candidates: ReadonlySet<string>,
): Problem[] {
  return wanted.flatMap(({ accountId, role }, index): Problem[] => {
    const field = `staff.${index}.accountId`;
    const account = known.get(accountId);
    if (!account?.active) return [{ code: 'not_found', field }];
    const fitting = fittingRoles[role];
    if (!account.roles.some((one) => fitting.includes(one)))
      return [{ code: 'not_one_of', field: `staff.${index}.role`, params: { values: account.roles.join(', ') } }];
    return candidates.has(accountId) ? [{ code: 'same_person', field }] : [];
  });
}
