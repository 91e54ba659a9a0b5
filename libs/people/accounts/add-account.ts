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

/** Writes a new account down; whether it may be made its callers have asked. */
@Injectable()
export class AddAccount {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Answers the id, or null when the login is taken. */
  async run(transaction: Transaction, given: NewAccount): Promise<string | null> {
    const id = newId<'account'>();
    const { manager } = transaction;
    const inserted = await manager
      .createQueryBuilder()
      .insert()
      .into(Account)
      .values({
        id,
        institutionId: given.institutionId,
        login: given.login,
        email: given.email,
        phone: given.phone,
        familyName: given.familyName,
        givenName: given.givenName,
        patronymic: given.patronymic,
        language: given.language,
        passwordHash: given.passwordHash,
        mustChangePassword: given.mustChangePassword,
        recoveryCodeHashes: [],
        roles: [...given.roles],
        status: 'active',
        createdAt: this.clock.now(),
      })
      .orIgnore()
      .returning('id')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) return null;
    await joinGroups(transaction, id, given.groupIds);
    await transaction.journal({
      institutionId: given.institutionId,
      actorId: given.createdBy,
      action: 'account.created',
      subjectType: 'account',
      subjectId: id,
      data: { roles: given.roles },
    });
    return id;
  }
}

export async function joinGroups(
  transaction: Transaction,
  accountId: string,
  groupIds: readonly string[],
): Promise<void> {
  await transaction.manager.query(
    'insert into group_member (group_id, account_id) select unnest($2::uuid[]), $1 on conflict do nothing',
    [accountId, groupIds],
  );
}
