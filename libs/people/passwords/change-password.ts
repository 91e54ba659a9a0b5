import { Injectable } from '@nestjs/common';

import { failure, success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { isWeakPassword } from '../domain/password';
import { Account } from '../persistence/account.entity';
import { Sessions } from '../sessions/sessions';
import { CheckOwnPassword } from './check-own-password';
import { PasswordHasher } from './password-hasher';

/** Replaces the own password and ends every other session. Refuses with `wrong_credentials`, `password_unchanged` or `weak_password`. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly checkPassword: CheckOwnPassword,
    private readonly sessions: Sessions,
  ) {}

  async run(actor: Actor, given: { current: string; next: string }): Promise<Outcome<{ done: true }>> {
    const checked = await this.checkPassword.run(actor, given.current, 'current');
    if (!checked.ok) return checked;
    if (given.next.normalize('NFC') === given.current.normalize('NFC'))
      return failure({ code: 'password_unchanged', field: 'next' });
    if (isWeakPassword(given.next, ownWords(checked.value))) return failure({ code: 'weak_password', field: 'next' });
    const passwordHash = await this.hasher.hash(given.next);
    await this.database.transaction(async (transaction) => {
      await transaction.manager.update(Account, { id: actor.accountId }, { passwordHash, mustChangePassword: false });
      const ended = await this.sessions.endAll(transaction, actor.accountId, actor.sessionId);
      await transaction.journal({
        institutionId: actor.institutionId,
        actorId: actor.accountId,
        action: 'account.password_changed',
        subjectType: 'account',
        subjectId: actor.accountId,
        data: { sessionsEnded: ended },
      });
    });
    return success({ done: true });
  }
}

/** What a password of one's own must not be made of. */
export function ownWords(account: Account): (string | null)[] {
  return [account.login, account.email, account.familyName, account.givenName, account.patronymic];
}
