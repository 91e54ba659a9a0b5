import { Injectable } from '@nestjs/common';

import { success } from '@aigaq/kernel';
import type { AccountView, Outcome, Page, Role } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Scope } from '../domain/actor';
import { accountQuery, type AccountRow, scopeParameter, toAccountView } from './account-view';

export interface AccountSearch {
  readonly page: number;
  readonly pageSize: number;
  readonly search?: string | undefined;
  readonly role?: Role | undefined;
  readonly group?: string | undefined;
}

const filter = `
  ($2::text is null or a.login ilike $2 or a.email ilike $2 or concat_ws(' ', a.family_name, a.given_name, a.patronymic) ilike $2)
  and ($3::text is null or $3 = any(a.roles))
  and ($4::uuid is null or exists (select 1 from group_member m where m.account_id = a.id and m.group_id = $4))`;

/** Accounts by name, page by page. */
@Injectable()
export class ListAccounts {
  constructor(private readonly database: Database) {}

  async run(scope: Scope, search: AccountSearch): Promise<Outcome<Page<AccountView>>> {
    const { page, pageSize } = search;
    const values = [scopeParameter(scope), likeOf(search.search), search.role ?? null, search.group ?? null];
    const { manager } = this.database;
    const [counted] = await manager.query<{ total: number }[]>(
      `select count(*)::int as total from account a where a.institution_id = $1 and ${filter}`,
      values,
    );
    const rows = await manager.query<AccountRow[]>(
      accountQuery(filter, 'order by a.family_name, a.given_name, a.patronymic, a.id limit $5 offset $6'),
      [...values, pageSize, (page - 1) * pageSize],
    );
    return success({ rows: rows.map(toAccountView), total: counted?.total ?? 0, page, pageSize });
  }
}

/** What was typed, anywhere in the text; the signs of LIKE stand for themselves. */
function likeOf(search: string | undefined): string | null {
  return search === undefined || search === '' ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
}
