import type { EntityManager } from 'typeorm';

import type { Role } from '@aigaq/contracts';

import type { TakenLogin } from '../domain/roster/plan-rows';

/** The accounts, of whatever institution, that have one of the logins. */
export async function takenLogins(
  manager: EntityManager,
  logins: readonly string[],
): Promise<(TakenLogin & { id: string })[]> {
  const rows = await manager.query<
    {
      id: string;
      login: string;
      institution_id: string;
      roles: Role[];
      family_name: string;
      given_name: string;
      patronymic: string | null;
      email: string | null;
      phone: string | null;
      language: string;
      groups: string[];
    }[]
  >(
    `select a.id, a.login, a.institution_id, a.roles, a.family_name, a.given_name, a.patronymic, a.email, a.phone, a.language,
       array(select g.name from group_member m join study_group g on g.id = m.group_id where m.account_id = a.id) as groups
     from account a where lower(a.login) = any($1)`,
    [logins.map((login) => login.toLowerCase())],
  );
  return rows.map(({ institution_id, family_name, given_name, ...row }) => ({
    ...row,
    institutionId: institution_id,
    familyName: family_name,
    givenName: given_name,
  }));
}
