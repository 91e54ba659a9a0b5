import type { MessageView, Outcome } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import { CLOCK, Database } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { readMessages } from '../persistence/message-query';
import { MessageEntity } from '../persistence/message.entity';
import { findOwn, publishChanged } from '../persistence/sitting-queries';
import type { Owner } from './my-sittings';

/** A line from the candidate to the proctor; taken once by its id. */
@Injectable()
export class SayAsCandidate {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_found`, and with `already_exists` for an id that names another message. */
  run(owner: Owner, sittingId: string, line: { id: string; text: string }): Promise<Outcome<MessageView>> {
    return this.database.transaction(async (tx) => {
      const sitting = await findOwn(tx.manager, owner, sittingId);
      if (!sitting) return failure({ code: 'not_found' });
      const message = {
        id: line.id,
        sittingId,
        at: this.clock.now(),
        sender: 'candidate' as const,
        accountId: owner.accountId,
        text: line.text,
        readAt: null,
      };
      const said = await tx.manager
        .createQueryBuilder()
        .insert()
        .into(MessageEntity)
        .values(message)
        .orIgnore()
        .returning('id')
        .execute();
      if ((said.raw as unknown[]).length > 0) {
        await tx.publish('message.sent', { sittingId, messageId: line.id });
        await publishChanged(tx, sitting);
      }
      const [view] = await readMessages(tx.manager, sittingId, line.id);
      return view?.from === 'candidate' ? success(view) : failure({ code: 'already_exists', field: 'id' });
    });
  }
}
