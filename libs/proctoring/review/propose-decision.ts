import type { InputOf, Outcome, routes } from '@aigaq/contracts';
import { type Clock, failure, newId, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, type Transaction } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { DecisionEntity } from '../persistence/decision.entity';
import { publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { HoldSitting } from '../watch/hold-sitting';
import { concludeSitting } from './conclude-sitting';
import { beginReview } from './review-rules';
import { WeighSitting } from './weigh-sitting';

type Proposal = InputOf<typeof routes.proposeDecision>['body'];

/** A person says what follows from a sitting. What hurts the candidate waits for a second person (DP-12). */
@Injectable()
export class ProposeDecision {
  constructor(
    private readonly hold: HoldSitting,
    private readonly weigh: WeighSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Refuses with `not_in_this_state` before the end and after a decision, `already_exists` while one waits for its
   * second person, `flags_open`, and `flag_needed`.
   */
  run(actor: Actor, sittingId: string, proposal: Proposal): Promise<Outcome<SittingEntity>> {
    return this.hold.run(actor, sittingId, 'decide', async (tx, sitting) => {
      if (sitting.state !== 'ended' && sitting.state !== 'in_review') return failure({ code: 'not_in_this_state' });
      if (await tx.manager.existsBy(DecisionEntity, { sittingId, state: In(['proposed', 'reached']) }))
        return failure({ code: 'already_exists' });
      const weighed = await this.weigh.run(tx.manager, sitting, proposal.outcome);
      if (!weighed.ok) return weighed;
      await beginReview(tx, actor, sitting);
      await this.write(tx, actor, sitting, proposal, weighed.value.needsSecond);
      return success(sitting);
    });
  }

  private async write(
    tx: Transaction,
    actor: Actor,
    sitting: SittingEntity,
    { outcome, reason }: Proposal,
    needsSecond: boolean,
  ): Promise<void> {
    await tx.manager.insert(DecisionEntity, {
      id: newId(),
      sittingId: sitting.id,
      outcome,
      reason,
      state: needsSecond ? 'proposed' : 'reached',
      needsSecond,
      proposedBy: actor.accountId,
      proposedAt: this.clock.now(),
    });
    await tx.journal({
      institutionId: sitting.institutionId,
      actorId: actor.accountId,
      action: 'decision.proposed',
      subjectType: 'sitting',
      subjectId: sitting.id,
      data: { outcome, needsSecond },
    });
    if (needsSecond) await publishChanged(tx, sitting);
    else await concludeSitting(tx, actor, sitting, outcome);
  }
}
