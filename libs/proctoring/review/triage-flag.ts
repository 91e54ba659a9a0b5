import type { FlagView, InputOf, Outcome, routes } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, Database, type Transaction } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { flagLifecycle } from '../domain/flag-lifecycle';
import { FlagEntity } from '../persistence/flag.entity';
import { publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { HoldSitting } from '../watch/hold-sitting';
import { readFlagView } from './flag-view';
import { beginReview, whileUndecided } from './review-rules';

type Verdict = InputOf<typeof routes.triageFlag>['body'];

/** A named person looked at a flag and says what it is; until the decision it may be taken back (`raised`). */
@Injectable()
export class TriageFlag {
  constructor(
    private readonly database: Database,
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_found`, and `not_in_this_state` once a decision rests on the flags. */
  async run(actor: Actor, flagId: string, verdict: Verdict): Promise<Outcome<FlagView>> {
    const flag = await this.database.manager.findOneBy(FlagEntity, { id: flagId });
    if (!flag) return failure({ code: 'not_found' });
    return this.hold.run(actor, flag.sittingId, 'review', async (tx, sitting) => {
      const undecided = await whileUndecided(tx, sitting);
      if (!undecided.ok) return undecided;
      const moved = await this.move(tx, actor, sitting, flagId, verdict);
      return moved.ok ? success(await readFlagView(tx.manager, sitting.institutionId, flagId)) : moved;
    });
  }

  private async move(
    tx: Transaction,
    actor: Actor,
    sitting: SittingEntity,
    flagId: string,
    { verdict, note }: Verdict,
  ): Promise<Outcome<void>> {
    const flag = await tx.manager.findOneByOrFail(FlagEntity, { id: flagId });
    // The same verdict again may bring a better note.
    if (flag.state !== verdict && !flagLifecycle.allows(flag.state, verdict))
      return failure({ code: 'not_in_this_state' });
    const back = verdict === 'raised';
    await tx.manager.update(
      FlagEntity,
      { id: flagId },
      {
        state: verdict,
        triagedBy: back ? null : actor.accountId,
        triagedAt: back ? null : this.clock.now(),
        triageNote: note,
      },
    );
    await beginReview(tx, actor, sitting);
    await tx.journal({
      institutionId: sitting.institutionId,
      actorId: actor.accountId,
      action: back ? 'flag.reopened' : `flag.${verdict}`,
      subjectType: 'sitting',
      subjectId: sitting.id,
      data: { flagId, code: flag.code, from: flag.state },
    });
    await tx.publish('flag.changed', { sittingId: sitting.id, flagId });
    await publishChanged(tx, sitting);
    return success(undefined);
  }
}
