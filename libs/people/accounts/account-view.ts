import type { AccountView, Language, Role } from '@aigaq/contracts';

import type { Scope } from '../domain/actor';

/** One account as lists show it, with its groups; `where` may speak of `a`. */
export function accountQuery(where: string, tail = ''): string {
  return `
    select a.id, a.login, a.email, a.phone, a.family_name, a.given_name, a.patronymic, a.language, a.roles, a.status,
      a.totp_confirmed_at is not null as second_factor, a.created_at, a.last_sign_in_at,
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name)
        from group_member m join study_group g on g.id = m.group_id where m.account_id = a.id), '[]') as groups
    from account a where a.institution_id = $1 and ${where} ${tail}`;
}

/** The first parameter of every such query: whose accounts they are. */
export function scopeParameter(scope: Scope): string {
  return scope.institutionId;
}

export interface AccountRow {
  id: string;
  login: string;
  email: string | null;
  phone: string | null;
  family_name: string;
  given_name: string;
  patronymic: string | null;
  language: Language;
  roles: Role[];
  status: 'active' | 'disabled';
  second_factor: boolean;
  created_at: Date;
  last_sign_in_at: Date | null;
  groups: { id: string; name: string }[];
}

export function toAccountView(row: AccountRow): AccountView {
  return {
    id: row.id,
    login: row.login,
    email: row.email,
    phone: row.phone,
    familyName: row.family_name,
    givenName: row.given_name,
    patronymic: row.patronymic,
    language: row.language,
    roles: row.roles,
    groups: row.groups,
    status: row.status,
    secondFactor: row.second_factor,
    createdAt: row.created_at.toISOString(),
    lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
  };
}
