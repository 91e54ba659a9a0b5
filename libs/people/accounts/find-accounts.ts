import { Injectable } from '@nestjs/common';

import type { AccountView } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Scope } from '../domain/actor';
import { accountQuery, type AccountRow, scopeParameter, toAccountView } from './account-view';

/** Reads accounts of one institution; those of another are not there. */
@Injectable()
export class FindAccounts {
  constructor(private readonly database: Database) {}

  /** In no particular order; unknown ids are left out. */
  async byIds(scope: Scope, ids: readonly string[]): Promise<AccountView[]> {
    if (ids.length === 0) return [];
    const rows = await this.database.manager.query<AccountRow[]>(accountQuery('a.id = any($2)'), [
      scopeParameter(scope),
      ids,
    ]);
    return rows.map(toAccountView);
  }

  /** The members of groups, active ones only, each once. */
  async ofGroups(scope: Scope, groupIds: readonly string[]): Promise<AccountView[]> {
    if (groupIds.length === 0) return [];
    const rows = await this.database.manager.query<AccountRow[]>(
      accountQuery(
        `a.status = 'active' and a.id in (select m.account_id from group_member m join study_group g on g.id = m.group_id
           where g.institution_id = $1 and m.group_id = any($2))`,
      ),
      [scopeParameter(scope), groupIds],
    );
    return rows.map(toAccountView);
  }
}
