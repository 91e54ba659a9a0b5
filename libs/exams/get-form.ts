import type { FormView, Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { FindEvent } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';

import { totalPoints } from './domain/grade-book';
import { readForm } from './persistence/form-queries';

/** The form of an event with its keys, for those who make or approve it; an event without one has an empty one. */
@Injectable()
export class GetForm {
  constructor(
    private readonly database: Database,
    private readonly events: FindEvent,
  ) {}

  async run(actor: Actor, eventId: string): Promise<Outcome<FormView>> {
    // The keys are for those who may change the event, not for everybody who serves at it.
    const event = await this.events.changedBy(actor, eventId);
    if (!event) return failure({ code: 'not_found' });
    const form = await readForm(this.database.manager, eventId);
    const items = form?.items ?? [];
    return success({
      eventId,
      version: form?.version ?? 0,
      editable: event.state === 'draft' && actor.permissions.has('form.update'),
      totalPoints: totalPoints(items),
      items: items.map(({ id, position, item }) => ({ id, position, item })),
    });
  }
}
