import type { InputOf, Outcome, RosterEntry, routes } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Injectable } from '@nestjs/common';

import { ChangeEvent } from './change-event';
import { isAnnounced } from './domain/event-lifecycle';
import { EventCandidateEntity } from './persistence/event-candidate.entity';
import { readRoster } from './persistence/roster-queries';

@Injectable()
export class UpdateCandidate {
  constructor(private readonly change: ChangeEvent) {}

  /** Grants a person time and silences detectors (DP-18, DP-19); the reason is kept nowhere. */
  run(
    actor: Actor,
    { id: eventId, accountId }: InputOf<typeof routes.updateCandidate>['params'],
    { extraSeconds, silencedDetectors }: InputOf<typeof routes.updateCandidate>['body'],
  ): Promise<Outcome<RosterEntry>> {
    return this.change.run(actor, eventId, async (tx, event) => {
      const silenced = [...new Set(silencedDetectors)];
      const updated = await tx.manager.update(
        EventCandidateEntity,
        { eventId, accountId },
        { extraSeconds, silencedDetectors: silenced },
      );
      const [entry] = await readRoster(tx.manager, eventId, accountId);
      if (updated.affected === 0 || !entry) return failure({ code: 'not_found' });
      await tx.journal({
        institutionId: event.institutionId,
        actorId: actor.accountId,
        action: 'event.candidate_changed',
        subjectType: 'event',
        subjectId: eventId,
        data: { accountId, extraSeconds, silencedDetectors: silenced },
      });
      if (isAnnounced(event.state)) await tx.publish('event.candidate_changed', { eventId, accountId });
      return success(entry);
    });
  }
}
