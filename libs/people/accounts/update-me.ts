import { Injectable } from '@nestjs/common';

import { success } from '@aigaq/kernel';
import type { Language, Me, Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { Account } from '../persistence/account.entity';
import { DescribeMe } from './describe-me';

/** Keeps the language that somebody chose. */
@Injectable()
export class UpdateMe {
  constructor(
    private readonly database: Database,
    private readonly describeMe: DescribeMe,
  ) {}

  async run(actor: Actor, change: { language: Language }): Promise<Outcome<Me>> {
    await this.database.transaction(async (transaction) => {
      await transaction.manager.update(Account, { id: actor.accountId }, change);
      await transaction.journal({
        institutionId: actor.institutionId,
        actorId: actor.accountId,
        action: 'account.language_changed',
        subjectType: 'account',
        subjectId: actor.accountId,
        data: change,
      });
    });
    return success(await this.describeMe.run(actor.accountId));
  }
}
