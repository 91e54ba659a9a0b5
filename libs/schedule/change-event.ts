import type { Outcome } from '@aigaq/contracts';
import { failure } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database, type Transaction } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { isOver } from './domain/event-lifecycle';
import type { EventRecord } from './event-record';
import { FindEvent } from './find-event';
import { lockEvent } from './persistence/event-queries';

/** Work on the people of an event, one change after another, until the event is over. */
@Injectable()
export class ChangeEvent {
  constructor(
    private readonly database: Database,
    private readonly find: FindEvent,
  ) {}

  run<Value>(
    actor: Actor,
    eventId: string,
    work: (tx: Transaction, event: EventRecord) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> {
    return this.database.transaction(async (tx) => {
      await lockEvent(tx.manager, eventId);
      const event = await this.find.changedBy(actor, eventId, tx.manager);
      if (!event) return failure({ code: 'not_found' });
      if (isOver(event.state)) return failure({ code: 'not_in_this_state', params: { state: event.state } });
      return work(tx, event);
    });
  }
}
