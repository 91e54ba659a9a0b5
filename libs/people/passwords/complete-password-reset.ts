import { Inject, Injectable } from '@nestjs/common';

import { failure, success, type Clock } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { CLOCK, Database } from '@aigaq/platform';

import { isWeakPassword } from '../domain/password';
import { Account } from '../persistence/account.entity';
import { Sessions } from '../sessions/sessions';
import { hashToken } from '../sessions/tokens';
import { ownWords } from './change-password';
import { PasswordHasher } from './password-hasher';

interface Reset {
  id: string;
  account_id: string;
  expires_at: Date;
  used_at: Date | null;
}

/**
 * Sets a new password by the link of the mail, which works once, and ends all sessions. Refuses with
 * `link_invalid`, `link_expired` or `weak_password`; a second factor stays as it is.
 */
@Injectable()
export class CompletePasswordReset {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly sessions: Sessions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(given: { token: string; password: string }): Promise<Outcome<{ done: true }>> {
    const [reset] = await this.database.manager.query<Reset[]>(
      'select id, account_id, expires_at, used_at from password_reset where token_hash = $1',
      [hashToken(given.token)],
    );
    if (!reset || reset.used_at !== null) return failure({ code: 'link_invalid' });
    if (reset.expires_at <= this.clock.now()) return failure({ code: 'link_expired' });
    const account = await this.database.manager.findOneByOrFail(Account, { id: reset.account_id });
    if (account.status !== 'active') return failure({ code: 'link_invalid' });
    if (isWeakPassword(given.password, ownWords(account))) return failure({ code: 'weak_password', field: 'password' });
    return this.replace(reset.id, account, await this.hasher.hash(given.password));
  }

  private replace(resetId: string, account: Account, passwordHash: string): Promise<Outcome<{ done: true }>> {
    return this.database.transaction(async (transaction) => {
      const used: unknown = await transaction.manager.query(
        'update password_reset set used_at = $2 where id = $1 and used_at is null returning id',
        [resetId, this.clock.now()],
      );
      if ((used as [unknown[], number])[1] === 0) return failure({ code: 'link_invalid' });
      // Links that were sent before this one are of no use any more.
      await transaction.manager.query(
        'update password_reset set used_at = $2 where account_id = $1 and used_at is null',
        [account.id, this.clock.now()],
      );
      await transaction.manager.update(Account, { id: account.id }, { passwordHash, mustChangePassword: false });
      await this.sessions.endAll(transaction, account.id, null);
      await transaction.journal({
        institutionId: account.institutionId,
        actorId: account.id,
        action: 'account.password_reset',
        subjectType: 'account',
        subjectId: account.id,
      });
      return success({ done: true });
    });
  }
}
