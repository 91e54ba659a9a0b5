import type { Role } from '@aigaq/contracts';

export const eventStaffRoles = ['examiner', 'proctor', 'senior_proctor'] as const;
export type EventStaffRole = (typeof eventStaffRoles)[number];

/** Roles that see every event of their institution; the others see those in which they have a part. */
const overseers: readonly Role[] = ['institution_administrator', 'registrar', 'senior_proctor', 'observer'];
/** Roles that may act on every event of their institution as far as their permissions go. */
const keepers: readonly Role[] = ['institution_administrator', 'registrar', 'senior_proctor'];

export interface PartOfActor {
  /** The actor made the event. */
  readonly created: boolean;
  readonly staffRoles: readonly EventStaffRole[];
}

export function overseesEvents(roles: readonly Role[]): boolean {
  return roles.some((role) => overseers.includes(role));
}

export function maySee(roles: readonly Role[], part: PartOfActor): boolean {
  return overseesEvents(roles) || part.created || part.staffRoles.length > 0;
}

/** Whether the actor may change the event at all; which change, his permissions say. */
export function mayChange(roles: readonly Role[], part: PartOfActor): boolean {
  return roles.some((role) => keepers.includes(role)) || part.created || part.staffRoles.includes('examiner');
}

/** The role of an account that fits a duty at an event. */
export const fittingRoles: Readonly<Record<EventStaffRole, readonly Role[]>> = {
  examiner: ['teacher'],
  proctor: ['proctor', 'senior_proctor'],
  senior_proctor: ['senior_proctor'],
};
