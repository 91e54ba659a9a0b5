import { Injectable } from '@nestjs/common';

import { failure, success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Origin } from '../domain/actor';
import { allStrangersRule, knownDeviceRule, strangerRule } from '../domain/throttle';
import { PasswordHasher } from '../passwords/password-hasher';
import { Account } from '../persistence/account.entity';
import { KnownDevices } from '../sessions/known-devices';
import { type NewSession, Sessions } from '../sessions/sessions';
import { type BrowserCookies, CompleteSignIn, type CompletedSignIn } from './complete-sign-in';
import { type CountedSide, GuessCounter } from './guess-counter';

export interface HalfSignIn {
  readonly step: 'second_factor';
  readonly session: NewSession;
}

/**
 * Login and password. Refuses with `wrong_credentials`, the same for an unknown login, a wrong password
 * and a disabled account, or with `too_many_requests` and the seconds to wait.
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly counter: GuessCounter,
    private readonly devices: KnownDevices,
    private readonly sessions: Sessions,
    private readonly completeSignIn: CompleteSignIn,
  ) {}

  async run(
    given: { login: string; password: string },
    browser: BrowserCookies,
    origin: Origin,
  ): Promise<Outcome<CompletedSignIn | HalfSignIn>> {
    const account = await this.find(given.login);
    const device = account ? await this.devices.find(browser.device, account.id) : null;
    const sides = sidesOf(given.login, device, origin);
    const taken = this.counter.take(sides);
    if (!taken.ok) return taken;
    const matches = await this.hasher.matches(account?.passwordHash ?? null, given.password);
    if (!account || !matches || account.status !== 'active') {
      if (account) await this.noteFailure(account, device !== null);
      return failure({ code: 'wrong_credentials' });
    }
    this.counter.forgive(sides.filter(({ rule }) => rule !== allStrangersRule));
    return success(
      await this.database.transaction(async (transaction) => {
        if (account.totpConfirmedAt === null) return this.completeSignIn.run(transaction, account, browser, origin);
        if (browser.session !== undefined) await this.sessions.endByToken(transaction, browser.session);
        const session = await this.sessions.begin(transaction, account.id, false, origin);
        return { step: 'second_factor' as const, session };
      }),
    );
  }

  private find(login: string): Promise<Account | null> {
    return this.database.manager
      .createQueryBuilder(Account, 'account')
      .where('lower(account.login) = lower(:login)', { login })
      .getOne();
  }

  private async noteFailure(account: Account, knownDevice: boolean): Promise<void> {
    await this.database.transaction((transaction) =>
      transaction.journal({
        institutionId: account.institutionId,
        actorId: null,
        action: 'account.sign_in_failed',
        subjectType: 'account',
        subjectId: account.id,
        data: { knownDevice },
      }),
    );
  }
}

/** Who guesses: the owner's own browser, or a stranger at an address and all strangers together. */
function sidesOf(login: string, device: string | null, origin: Origin): CountedSide[] {
  if (device !== null) return [{ key: `device ${device}`, rule: knownDeviceRule }];
  const account = login.toLowerCase();
  return [
    { key: `stranger ${account} ${origin.address}`, rule: strangerRule },
    { key: `strangers ${account}`, rule: allStrangersRule },
  ];
}
