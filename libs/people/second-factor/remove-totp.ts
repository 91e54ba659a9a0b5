import { Injectable } from '@nestjs/common';

import { success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { CheckOwnPassword } from '../passwords/check-own-password';

/** Turns the second factor off, for which the password is asked again. Refuses with `wrong_credentials`. */
@Injectable()
export class RemoveTotp {
  constructor(
    private readonly database: Database,
    private readonly checkPassword: CheckOwnPassword,
  ) {}

  async run(actor: Actor, password: string): Promise<Outcome<{ done: true }>> {
    const checked = await this.checkPassword.run(actor, password, 'password');
    if (!checked.ok) return checked;
    await this.database.transaction(async (transaction) => {
      await transaction.manager.query(
        `update account set totp_secret = null, totp_confirmed_at = null, totp_last_step = null, recovery_code_hashes = '{}' where id = $1`,
        [actor.accountId],
      );
      await transaction.journal({
        institutionId: actor.institutionId,
        actorId: actor.accountId,
        action: 'account.second_factor_removed',
        subjectType: 'account',
        subjectId: actor.accountId,
      });
    });
    return success({ done: true });
  }
}
