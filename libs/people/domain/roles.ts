import type { Permission, Role } from '@aigaq/contracts';

const readsSchedule = ['event.read', 'discipline.read', 'group.read'] as const;
const watches = [
  'sitting.read',
  'sitting.watch',
  'sitting.identify',
  'sitting.message',
  'sitting.pause',
  'sitting.end',
  'sitting.grant_time',
  'flag.raise',
  'flag.triage',
  'alternative.answer',
  'recording.watch',
] as const;

/** What each role may do (`docs/roles.md` says why); a person holds the union of his roles. */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  platform_administrator: [
    'account.read',
    'account.create',
    'account.update',
    'account.reset_password',
    'group.read',
    'journal.read',
    'mail.read',
  ],
  institution_administrator: [
    ...readsSchedule,
    'account.read',
    'account.create',
    'account.update',
    'account.reset_password',
    'group.create',
    'roster.import',
    'discipline.create',
    'event.create',
    'event.update',
    'event.approve',
    'event.announce',
    'event.close',
    'event.assign',
    'form.read',
    'sitting.read',
    'alternative.answer',
    'protocol.read',
    'journal.read',
    'mail.read',
  ],
  registrar: [
    ...readsSchedule,
    'account.read',
    'account.create',
    'account.update',
    'account.reset_password',
    'group.create',
    'roster.import',
    'discipline.create',
    'event.assign',
    'protocol.read',
  ],
  teacher: [
    ...readsSchedule,
    'account.read',
    'event.create',
    'event.update',
    'event.announce',
    'event.close',
    'event.assign',
    'form.read',
    'form.update',
    'sitting.read',
    'flag.triage',
    'recording.watch',
    'attempt.read',
    'attempt.grade',
    'decision.propose',
    'protocol.create',
    'protocol.read',
    'alternative.answer',
  ],
  proctor: [...readsSchedule, ...watches],
  senior_proctor: [
    ...readsSchedule,
    ...watches,
    'decision.propose',
    'decision.confirm',
    'protocol.create',
    'protocol.read',
    'event.approve',
    'attempt.read',
  ],
  candidate: ['own_sitting.read', 'own_sitting.act'],
  observer: [...readsSchedule],
};

export function permissionsOf(roles: readonly Role[]): ReadonlySet<Permission> {
  return new Set(roles.flatMap((role) => rolePermissions[role]));
}

/** Roles whose holders decide over others: an institution may demand a second factor of them. */
export const staffRoles: readonly Role[] = [
  'platform_administrator',
  'institution_administrator',
  'registrar',
  'teacher',
  'proctor',
  'senior_proctor',
  'observer',
];
