import { Injectable } from '@nestjs/common';

import { failure, success } from '@aigaq/kernel';
import type { AccountView, Outcome, Slip } from '@aigaq/contracts';
import { Database, type Transaction } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { displayName } from '../domain/display-name';
import { mayManage } from '../domain/manage-accounts';
import { PasswordHasher } from '../passwords/password-hasher';
import { Account } from '../persistence/account.entity';
import { Sessions } from '../sessions/sessions';
import { drawPassword } from './draw-password';
import { FindAccounts } from './find-accounts';

/**
 * Draws new first passwords for the accounts named and ends their sessions; the passwords are shown this
 * once. Refuses all when one is not there (`not_found`), stands above the actor or is his own (`forbidden`).
 */
@Injectable()
export class PrintSlips {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly findAccounts: FindAccounts,
  ) {}

  async run(actor: Actor, accountIds: readonly string[]): Promise<Outcome<Slip[]>> {
    const wanted = [...new Set(accountIds)];
    const accounts = await this.findAccounts.byIds(actor, wanted);
    if (accounts.length < wanted.length) return failure({ code: 'not_found', field: 'accountIds' });
    if (accounts.some(({ id, roles }) => id === actor.accountId || !mayManage(actor.roles, roles)))
      return failure({ code: 'forbidden', field: 'accountIds' });
    const slips = accounts.map(slipOf).sort((one, other) => compare(one, other));
    const hashes = await Promise.all(slips.map(({ password }) => this.hasher.hashDrawn(password)));
    await this.database.transaction(async (transaction) => {
      for (const [index, slip] of slips.entries()) await this.replace(transaction, actor, slip, hashes[index] ?? '');
    });
    return success(slips);
  }

  private async replace(transaction: Transaction, actor: Actor, slip: Slip, passwordHash: string): Promise<void> {
    await transaction.manager.update(Account, { id: slip.accountId }, { passwordHash, mustChangePassword: true });
    await this.sessions.endAll(transaction, slip.accountId, null);
    await transaction.journal({
      institutionId: actor.institutionId,
      actorId: actor.accountId,
      action: 'account.password_drawn',
      subjectType: 'account',
      subjectId: slip.accountId,
    });
  }
}

function slipOf(account: AccountView): Slip {
  return {
    accountId: account.id,
    login: account.login,
    password: drawPassword(),
    name: displayName(account),
    group: account.groups[0]?.name ?? null,
  };
}

/** By group and name, as slips are handed out. */
function compare(one: Slip, other: Slip): number {
  return (one.group ?? '').localeCompare(other.group ?? '', 'kk') || one.name.localeCompare(other.name, 'kk');
}
