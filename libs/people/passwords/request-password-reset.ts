import { Injectable } from '@nestjs/common';

import { success } from '@aigaq/kernel';
import type { Language, Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

/**
 * Asks for a mail with a link. Answers the same and takes the same time for every login: whether there is
 * such an account is found out afterwards, by `SendPasswordReset`.
 */
@Injectable()
export class RequestPasswordReset {
  constructor(private readonly database: Database) {}

  async run(asked: { login: string; language: Language }): Promise<Outcome<{ done: true }>> {
    await this.database.transaction((transaction) => transaction.publish('password_reset.requested', asked));
    return success({ done: true });
  }
}
