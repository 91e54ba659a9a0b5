import { Injectable } from '@nestjs/common';

import { failure, success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { Sessions } from './sessions';

/** Ends one of one's own sessions, such as that on a lost telephone. Refuses with `not_found`. */
@Injectable()
export class EndSession {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  async run(actor: Actor, sessionId: string): Promise<Outcome<{ done: true }>> {
    return this.database.transaction(async (transaction) => {
      if (!(await this.sessions.end(transaction, actor.accountId, sessionId))) return failure({ code: 'not_found' });
      await transaction.journal({
        institutionId: actor.institutionId,
        actorId: actor.accountId,
        action: 'account.session_ended',
        subjectType: 'account',
        subjectId: actor.accountId,
        data: { sessionId },
      });
      return success({ done: true });
    });
  }
}
