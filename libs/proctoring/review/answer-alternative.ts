import type { InputOf, Outcome, routes } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { AlternativeRequestEntity } from '../persistence/alternative-request.entity';
import { publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { HoldSitting } from '../watch/hold-sitting';
import { leaveBeforeStart } from './leave-before-start';

type Answer = InputOf<typeof routes.answerAlternative>['body'];

/**
 * Answers the request for another way than being watched (DP-03). Granted, this sitting is void and stands against
 * nobody; whoever has started in the meantime stays where he is, with the answer on record.
 */
@Injectable()
export class AnswerAlternative {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_found` without a request and `not_in_this_state` when it was answered. */
  run(actor: Actor, sittingId: string, { granted, answer }: Answer): Promise<Outcome<SittingEntity>> {
    return this.hold.run(actor, sittingId, 'arrange', async (tx, sitting) => {
      const request = await tx.manager.findOneBy(AlternativeRequestEntity, { sittingId });
      if (!request) return failure({ code: 'not_found' });
      if (request.answeredAt !== null) return failure({ code: 'not_in_this_state' });
      const now = this.clock.now();
      const answered = { granted, answer, answeredAt: now, answeredBy: actor.accountId };
      await tx.manager.update(AlternativeRequestEntity, { id: request.id }, answered);
      await tx.journal({
        institutionId: sitting.institutionId,
        actorId: actor.accountId,
        action: 'alternative.answered',
        subjectType: 'sitting',
        subjectId: sitting.id,
        data: { granted },
      });
      const left = granted && (await leaveBeforeStart(tx, sitting, { to: 'void', reason: answer, at: now }));
      if (!left) await publishChanged(tx, sitting);
      return success(sitting);
    });
  }
}
