import type { InputOf, Outcome, routes } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Inject, Injectable } from '@nestjs/common';

import { ChangeEvent } from './change-event';
import { isAnnounced } from './domain/event-lifecycle';
import { EventCandidateEntity } from './persistence/event-candidate.entity';
import { EVENT_BUSY, type EventBusy } from './ports';

@Injectable()
export class RemoveCandidate {
  constructor(
    private readonly change: ChangeEvent,
    @Inject(EVENT_BUSY) private readonly busy: EventBusy,
  ) {}

  /** Takes a person off the roster, as long as he has not begun: what was sat is evidence. */
  run(
    actor: Actor,
    { id: eventId, accountId }: InputOf<typeof routes.removeCandidate>['params'],
  ): Promise<Outcome<{ done: true }>> {
    return this.change.run(actor, eventId, async (tx, event) => {
      if (await this.busy.hasBegun(eventId, accountId))
        return failure({ code: 'not_in_this_state', params: { state: event.state } });
      const removed = await tx.manager.delete(EventCandidateEntity, { eventId, accountId });
      if (!removed.affected) return failure({ code: 'not_found' });
      await tx.journal({
        institutionId: event.institutionId,
        actorId: actor.accountId,
        action: 'event.candidate_removed',
        subjectType: 'event',
        subjectId: eventId,
        data: { accountId },
      });
      if (isAnnounced(event.state)) await tx.publish('event.candidate_removed', { eventId, accountId });
      return success({ done: true as const });
    });
  }
}
