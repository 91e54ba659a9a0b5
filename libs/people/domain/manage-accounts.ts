import type { Problem, Role } from '@aigaq/contracts';

/**
 * Whom each role may make, change and give a new password. Whoever gives out a password could sign in
 * with it, so nobody manages an account that may do more than he himself.
 */
const manages: Readonly<Partial<Record<Role, readonly Role[]>>> = {
  platform_administrator: [
    'platform_administrator',
    'institution_administrator',
    'registrar',
    'teacher',
    'proctor',
    'senior_proctor',
    'candidate',
    'observer',
  ],
  institution_administrator: [
    'institution_administrator',
    'registrar',
    'teacher',
    'proctor',
    'senior_proctor',
    'candidate',
    'observer',
  ],
  registrar: ['candidate'],
};

export function mayGrant(actor: readonly Role[], role: Role): boolean {
  return actor.some((own) => manages[own]?.includes(role) ?? false);
}

/** Whether an account with these roles may be changed by somebody with those. */
export function mayManage(actor: readonly Role[], roles: readonly Role[]): boolean {
  return roles.every((role) => mayGrant(actor, role));
}

export interface AccountState {
  readonly roles: readonly Role[];
  readonly status: 'active' | 'disabled';
}

/** Why an account may not be changed so, or null when it may. */
export function refusalOfChange(
  actor: { readonly accountId: string; readonly roles: readonly Role[] },
  account: AccountState & { readonly id: string },
  next: AccountState,
  otherAdministrators: number,
): Problem | null {
  const self = actor.accountId === account.id;
  if (!self && !mayManage(actor.roles, account.roles)) return { code: 'forbidden' };
  const added = next.roles.filter((role) => !account.roles.includes(role));
  const removed = account.roles.filter((role) => !next.roles.includes(role));
  if (!mayManage(actor.roles, [...added, ...removed])) return { code: 'forbidden', field: 'roles' };
  if (self && next.status === 'disabled') return { code: 'forbidden', field: 'status' };
  const wasAdministrator = account.status === 'active' && account.roles.includes('institution_administrator');
  const staysAdministrator = next.status === 'active' && next.roles.includes('institution_administrator');
  if (wasAdministrator && !staysAdministrator && otherAdministrators === 0)
    return { code: 'last_administrator', field: next.status === 'disabled' ? 'status' : 'roles' };
  return null;
}
