import type { InputOf, Outcome, routes } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, type Transaction } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { maySecond } from '../domain/decision-rules';
import { DecisionEntity } from '../persistence/decision.entity';
import { publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { HoldSitting } from '../watch/hold-sitting';
import { concludeSitting } from './conclude-sitting';
import { WeighSitting } from './weigh-sitting';

type Answer = InputOf<typeof routes.confirmDecision>['body'];

/** The second person agrees with a proposed decision, or sends it back to review with the reason. */
@Injectable()
export class ConfirmDecision {
  constructor(
    private readonly hold: HoldSitting,
    private readonly weigh: WeighSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Refuses with `not_in_this_state` when nothing waits, `same_person`, `reason_needed` for a no without one, and
   * `flags_open` when the browser's late reports brought flags that nobody has seen.
   */
  run(actor: Actor, sittingId: string, answer: Answer): Promise<Outcome<SittingEntity>> {
    return this.hold.run(actor, sittingId, 'decide', async (tx, sitting) => {
      const decision = await tx.manager.findOneBy(DecisionEntity, { sittingId, state: 'proposed' });
      if (!decision) return failure({ code: 'not_in_this_state' });
      const second = maySecond(decision.proposedBy, actor.accountId);
      if (!second.ok) return second;
      if (!answer.agreed && answer.reason === '') return failure({ code: 'reason_needed', field: 'reason' });
      if (answer.agreed) {
        const weighed = await this.weigh.run(tx.manager, sitting, decision.outcome);
        if (!weighed.ok) return weighed;
      }
      await this.write(tx, actor, sitting, decision, answer);
      return success(sitting);
    });
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    sitting: SittingEntity,
    decision: DecisionEntity,
    { agreed, reason }: Answer,
  ): Promise<void> {
    await tx.manager.update(
      DecisionEntity,
      { id: decision.id },
      {
        state: agreed ? 'reached' : 'rejected',
        confirmedBy: actor.accountId,
        confirmedAt: this.clock.now(),
        confirmReason: reason,
      },
    );
    if (agreed) return concludeSitting(tx, actor, sitting, decision.outcome);
    await tx.journal({
      institutionId: sitting.institutionId,
      actorId: actor.accountId,
      action: 'decision.rejected',
      subjectType: 'sitting',
      subjectId: sitting.id,
      data: { outcome: decision.outcome },
    });
    return publishChanged(tx, sitting);
  }
}
