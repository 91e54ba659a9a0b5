import { Injectable } from '@nestjs/common';

import { success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import { Sessions } from './sessions';

/** Ends the session of this browser, complete or half; its sockets are cut. */
@Injectable()
export class SignOut {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  async run(token: string | undefined): Promise<Outcome<{ done: true }>> {
    if (token !== undefined)
      await this.database.transaction((transaction) => this.sessions.endByToken(transaction, token));
    return success({ done: true });
  }
}
