import type { AnswerOf, Outcome, routes } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { FindEvent } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';

import { AttemptEntity } from './persistence/attempt.entity';

/** How the attempts of an event stand: for a list, without a single answer. */
@Injectable()
export class ListResults {
  constructor(
    private readonly database: Database,
    private readonly events: FindEvent,
  ) {}

  /** Refuses with `not_found` without a part in the event. */
  async run(actor: Actor, eventId: string): Promise<Outcome<AnswerOf<typeof routes.listResults>>> {
    const event = await this.events.changedBy(actor, eventId);
    if (!event) return failure({ code: 'not_found' });
    const attempts = await this.database.manager.findBy(AttemptEntity, {
      eventId,
      institutionId: actor.institutionId,
    });
    return success(attempts.map(({ sittingId, state, result }) => ({ sittingId, state, result })));
  }
}
