import { Inject, Injectable } from '@nestjs/common';

import { type Clock, newId } from '@aigaq/kernel';
import type { Language, Role } from '@aigaq/contracts';
import { CLOCK, type Transaction } from '@aigaq/platform';

import { Account } from '../persistence/account.entity';

export interface NewAccount {
  readonly institutionId: string;
  readonly login: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly groupIds: readonly string[];
  readonly passwordHash: string;
  readonly mustChangePassword: boolean;
  /** Null when the installation makes it by itself. */
  readonly createdBy: string | null;
}

/** So many rows go into one statement; a statement takes 65 535 parameters at most. */
const rowsPerStatement = 500;

/** Writes new accounts down; whether they may be made their callers have asked. */
@Injectable()
export class AddAccount {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Answers the id, or null when the login is taken. */
  async run(transaction: Transaction, given: NewAccount): Promise<string | null> {
    const [id = null] = await this.many(transaction, [given]);
    return id;
  }

  /** Answers for each the id, or null where the login is taken. */
  async many(transaction: Transaction, given: readonly NewAccount[]): Promise<(string | null)[]> {
    const accounts = given.map((account) => ({ id: newId<'account'>(), account }));
    const added = new Set<string>();
    for (let from = 0; from < accounts.length; from += rowsPerStatement)
      for (const id of await this.insert(transaction, accounts.slice(from, from + rowsPerStatement))) added.add(id);
    for (const { id, account } of accounts.filter((one) => added.has(one.id))) {
      await joinGroups(transaction, id, account.groupIds);
      await transaction.journal({
        institutionId: account.institutionId,
        actorId: account.createdBy,
        action: 'account.created',
        subjectType: 'account',
        subjectId: id,
        data: { roles: account.roles },
      });
    }
    return accounts.map(({ id }) => (added.has(id) ? id : null));
  }

  private async insert(
    transaction: Transaction,
    accounts: readonly { id: string; account: NewAccount }[],
  ): Promise<string[]> {
    const createdAt = this.clock.now();
    const rows = accounts.map(({ id, account: { groupIds: _, createdBy: __, roles, ...account } }) => ({
      ...account,
      id,
      roles: [...roles],
      recoveryCodeHashes: [],
      status: 'active' as const,
      createdAt,
    }));
    const inserted = await transaction.manager
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values(rows)
      .orIgnore()
      .returning('id')
      .updateEntity(false)
      .execute();
    return (inserted.raw as { id: string }[]).map(({ id }) => id);
  }
}

export async function joinGroups(
  transaction: Transaction,
  accountId: string,
  groupIds: readonly string[],
): Promise<void> {
  if (groupIds.length === 0) return;
  await transaction.manager.query(
    'insert into group_member (group_id, account_id) select unnest($2::uuid[]), $1 on conflict do nothing',
    [accountId, groupIds],
  );
}
