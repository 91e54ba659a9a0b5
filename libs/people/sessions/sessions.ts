import { Inject, Injectable } from '@nestjs/common';

import { type Clock, newId } from '@aigaq/kernel';
import { CLOCK, type Transaction } from '@aigaq/platform';

import type { Origin } from '../domain/actor';
import { halfSessionMilliseconds, sessionMilliseconds } from '../domain/session-rules';
import { AccountSession } from '../persistence/account-session.entity';
import { hashToken, newToken } from './tokens';

export interface NewSession {
  readonly sessionId: string;
  /** For the cookie; the database keeps only its hash. */
  readonly token: string;
  readonly csrfToken: string;
  /** How long the cookie is of use. */
  readonly milliseconds: number;
}

/** Begins and ends sessions inside of the caller's transaction. */
@Injectable()
export class Sessions {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @param complete false while the second factor is still to come */
  async begin(transaction: Transaction, accountId: string, complete: boolean, origin: Origin): Promise<NewSession> {
    const now = this.clock.now();
    const milliseconds = complete ? sessionMilliseconds : halfSessionMilliseconds;
    const session = { sessionId: newId(), token: newToken(), csrfToken: newToken(), milliseconds };
    await transaction.manager.insert(AccountSession, {
      id: session.sessionId,
      accountId,
      tokenHash: hashToken(session.token),
      csrfToken: session.csrfToken,
      complete,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + milliseconds),
      address: origin.address,
      userAgent: origin.userAgent,
    });
    return session;
  }

  /** Ends one session; answers whether there was one. */
  async end(transaction: Transaction, accountId: string, sessionId: string): Promise<boolean> {
    return (await this.remove(transaction, 'account_id = $1 and id = $2', [accountId, sessionId])) > 0;
  }

  /** Ends the session of a cookie, if there is one. */
  async endByToken(transaction: Transaction, token: string): Promise<void> {
    await this.remove(transaction, 'token_hash = $1', [hashToken(token)]);
  }

  /** Ends all sessions of an account, but for the one that is named. */
  async endAll(transaction: Transaction, accountId: string, except: string | null): Promise<number> {
    return this.remove(transaction, 'account_id = $1 and ($2::uuid is null or id <> $2)', [accountId, except]);
  }

  private async remove(transaction: Transaction, where: string, values: unknown[]): Promise<number> {
    const result: unknown = await transaction.manager.query(
      `delete from account_session where ${where} returning id`,
      values,
    );
    // TypeORM answers [rows, count] for a delete.
    const [rows] = result as [{ id: string }[], number];
    if (rows.length > 0) await transaction.publish('sessions.ended', { sessionIds: rows.map(({ id }) => id) });
    return rows.length;
  }
}
