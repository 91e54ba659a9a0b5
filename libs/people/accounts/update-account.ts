import { Injectable } from '@nestjs/common';

import { failure } from '@aigaq/kernel';
import type { AccountView, Language, Outcome, Problem, Role } from '@aigaq/contracts';
import { Database, type Transaction } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { refusalOfChange } from '../domain/manage-accounts';
import { ownGroups } from '../groups/own-groups';
import { Account } from '../persistence/account.entity';
import { Sessions } from '../sessions/sessions';
import { joinGroups } from './add-account';
import { GetAccount } from './get-account';

export interface AccountChange {
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly familyName?: string | undefined;
  readonly givenName?: string | undefined;
  readonly patronymic?: string | null | undefined;
  readonly language?: Language | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly groupIds?: readonly string[] | undefined;
  readonly status?: 'active' | 'disabled' | undefined;
}

/** Changes an account. Refuses with `not_found`, `forbidden` or `last_administrator`; a disabled account's sessions end. */
@Injectable()
export class UpdateAccount {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
    private readonly getAccount: GetAccount,
  ) {}

  async run(actor: Actor, id: string, change: AccountChange): Promise<Outcome<AccountView>> {
    const refusal = await this.database.transaction((transaction) => this.change(transaction, actor, id, change));
    return refusal ? failure(refusal) : this.getAccount.run(actor, id);
  }

  private async change(
    transaction: Transaction,
    actor: Actor,
    id: string,
    change: AccountChange,
  ): Promise<Problem | null> {
    const { manager } = transaction;
    // Two changes at once could each leave the other's administrator as the last one.
    await manager.query('select 1 from institution where id = $1 for update', [actor.institutionId]);
    const account = await manager.findOneBy(Account, { id, institutionId: actor.institutionId });
    if (!account) return { code: 'not_found' };
    const next = { roles: [...new Set(change.roles ?? account.roles)], status: change.status ?? account.status };
    const others = await countOtherAdministrators(transaction, account);
    const refusal = refusalOfChange(actor, account, next, others);
    if (refusal) return refusal;
    if (change.groupIds && !(await ownGroups(manager, actor, change.groupIds)))
      return { code: 'not_found', field: 'groupIds' };
    const { groupIds, ...fields } = change;
    await manager.update(Account, { id }, { ...definedOf(fields), ...next });
    if (groupIds) await this.replaceGroups(transaction, id, groupIds);
    if (next.status === 'disabled' && account.status === 'active') await this.sessions.endAll(transaction, id, null);
    await transaction.journal({
      institutionId: actor.institutionId,
      actorId: actor.accountId,
      action: 'account.updated',
      subjectType: 'account',
      subjectId: id,
      data: { fields: Object.keys(change), ...(change.roles || change.status ? next : {}) },
    });
    return null;
  }

  private async replaceGroups(transaction: Transaction, accountId: string, groupIds: readonly string[]): Promise<void> {
    await transaction.manager.query('delete from group_member where account_id = $1 and not (group_id = any($2))', [
      accountId,
      groupIds,
    ]);
    await joinGroups(transaction, accountId, groupIds);
  }
}

async function countOtherAdministrators(transaction: Transaction, account: Account): Promise<number> {
  const [row] = await transaction.manager.query<{ others: number }[]>(
    `select count(*)::int as others from account
     where institution_id = $1 and id <> $2 and status = 'active' and 'institution_administrator' = any(roles)`,
    [account.institutionId, account.id],
  );
  return row?.others ?? 0;
}

/** Without the keys that were not sent: undefined means "as it is". */
function definedOf<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };
}
