import { Inject, Injectable } from '@nestjs/common';

import type { Clock } from '@aigaq/kernel';
import { CLOCK, type Transaction } from '@aigaq/platform';

import type { Origin } from '../domain/actor';
import { Account } from '../persistence/account.entity';
import { KnownDevices } from '../sessions/known-devices';
import { type NewSession, Sessions } from '../sessions/sessions';

/** The cookies that a browser brings along. */
export interface BrowserCookies {
  readonly session: string | undefined;
  readonly device: string | undefined;
}

export interface CompletedSignIn {
  readonly step: 'done';
  readonly accountId: string;
  readonly session: NewSession;
  /** Set when the browser was new to this account. */
  readonly deviceCookie: string | null;
}

/** The last step of every sign-in: a new session, the browser remembered, the deed written down. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly sessions: Sessions,
    private readonly devices: KnownDevices,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    transaction: Transaction,
    account: Pick<Account, 'id' | 'institutionId'>,
    browser: BrowserCookies,
    origin: Origin,
  ): Promise<CompletedSignIn> {
    // A token from before the sign-in is never one from after it.
    if (browser.session !== undefined) await this.sessions.endByToken(transaction, browser.session);
    const session = await this.sessions.begin(transaction, account.id, true, origin);
    const known = await this.devices.find(browser.device, account.id);
    const deviceCookie = known === null ? await this.devices.remember(transaction, browser.device, account.id) : null;
    await transaction.manager.update(Account, { id: account.id }, { lastSignInAt: this.clock.now() });
    await transaction.journal({
      institutionId: account.institutionId,
      actorId: account.id,
      action: 'account.signed_in',
      subjectType: 'account',
      subjectId: account.id,
      data: { sessionId: session.sessionId, newDevice: known === null },
    });
    return { step: 'done', accountId: account.id, session, deviceCookie };
  }
}
