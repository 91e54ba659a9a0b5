import { Injectable } from '@nestjs/common';

import { failure } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Origin } from '../domain/actor';
import { secondFactorRule } from '../domain/throttle';
import { Account } from '../persistence/account.entity';
import { CheckSecondFactor } from '../second-factor/check-second-factor';
import { FindSession } from '../sessions/find-session';
import { type BrowserCookies, CompleteSignIn, type CompletedSignIn } from './complete-sign-in';
import { GuessCounter } from './guess-counter';

/**
 * The code after the password: six digits of the authenticator or a recovery code, each of which works
 * once. Refuses with `not_signed_in`, `wrong_code` or `too_many_requests`.
 */
@Injectable()
export class SignInSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly findSession: FindSession,
    private readonly counter: GuessCounter,
    private readonly check: CheckSecondFactor,
    private readonly completeSignIn: CompleteSignIn,
  ) {}

  async run(code: string, browser: BrowserCookies, origin: Origin): Promise<Outcome<CompletedSignIn>> {
    const half = browser.session === undefined ? null : await this.findSession.run(browser.session);
    if (!half || half.complete) return failure({ code: 'not_signed_in' });
    const { accountId } = half.actor;
    const side = { key: `second factor ${accountId}`, rule: secondFactorRule };
    const taken = this.counter.take([side]);
    if (!taken.ok) return taken;
    const outcome = await this.database.transaction<Outcome<CompletedSignIn>>(async (transaction) => {
      const account = await transaction.manager.findOneByOrFail(Account, { id: accountId });
      const accepted = await this.check.run(transaction, account, code);
      if (!accepted.ok) return accepted;
      return { ok: true, value: await this.completeSignIn.run(transaction, account, browser, origin) };
    });
    if (outcome.ok) this.counter.forgive([side]);
    return outcome;
  }
}
