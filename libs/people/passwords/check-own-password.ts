import { Injectable } from '@nestjs/common';

import { failure, success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { passwordAgainRule } from '../domain/throttle';
import { Account } from '../persistence/account.entity';
import { GuessCounter } from '../sign-in/guess-counter';
import { PasswordHasher } from './password-hasher';

/** Asks somebody who is signed in for the password again: the open browser may be another's. */
@Injectable()
export class CheckOwnPassword {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly counter: GuessCounter,
  ) {}

  /** Refuses with `wrong_credentials` at `field`, or with `too_many_requests`. */
  async run(actor: Actor, password: string, field: string): Promise<Outcome<Account>> {
    // By session: who guesses at one open browser keeps the owner out of no other.
    const side = { key: `password again ${actor.sessionId}`, rule: passwordAgainRule };
    const taken = this.counter.take([side]);
    if (!taken.ok) return taken;
    const account = await this.database.manager.findOneByOrFail(Account, { id: actor.accountId });
    if (!(await this.hasher.matches(account.passwordHash, password)))
      return failure({ code: 'wrong_credentials', field });
    this.counter.forgive([side]);
    return success(account);
  }
}
