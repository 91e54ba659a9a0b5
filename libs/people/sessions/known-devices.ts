import { Inject, Injectable } from '@nestjs/common';

import { type Clock, newId } from '@aigaq/kernel';
import { CLOCK, Database, type Transaction } from '@aigaq/platform';

import { hashToken, newToken } from './tokens';

/** A computer in a class room remembers so many of the people who sat at it. */
const tokensInCookie = 5;
const devicesPerAccount = 10;

/** Browsers in which somebody signed in: their owners are not kept out by strangers' wrong guesses. */
@Injectable()
export class KnownDevices {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The device's id when the cookie knows this account. */
  async find(cookie: string | undefined, accountId: string): Promise<string | null> {
    const hashes = tokensOf(cookie).map(hashToken);
    if (hashes.length === 0) return null;
    const [row] = await this.database.manager.query<{ id: string }[]>(
      'select id from known_device where account_id = $1 and token_hash = any($2)',
      [accountId, hashes],
    );
    return row?.id ?? null;
  }

  /** Remembers the browser; answers the cookie with the new token in front. */
  async remember(transaction: Transaction, cookie: string | undefined, accountId: string): Promise<string> {
    const token = newToken();
    await transaction.manager.query(
      'insert into known_device (id, account_id, token_hash, created_at) values ($1, $2, $3, $4)',
      [newId(), accountId, hashToken(token), this.clock.now()],
    );
    await transaction.manager.query(
      `delete from known_device where account_id = $1 and id not in
         (select id from known_device where account_id = $1 order by created_at desc, id desc limit ${devicesPerAccount})`,
      [accountId],
    );
    return [token, ...tokensOf(cookie)].slice(0, tokensInCookie).join('.');
  }
}

function tokensOf(cookie: string | undefined): string[] {
  return (cookie ?? '')
    .split('.')
    .filter((token) => /^[A-Za-z0-9_-]{43}$/.test(token))
    .slice(0, tokensInCookie);
}
