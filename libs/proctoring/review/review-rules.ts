import type { Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database, type Transaction } from '@aigaq/platform';
import { In } from 'typeorm';

import { DecisionEntity } from '../persistence/decision.entity';
import type { SittingEntity } from '../persistence/sitting.entity';

/** Refuses with `not_in_this_state` once a decision rests on the flags: what it weighed no longer changes. */
export async function whileUndecided(tx: Transaction, sitting: SittingEntity): Promise<Outcome<void>> {
  const standing = await tx.manager.existsBy(DecisionEntity, {
    sittingId: sitting.id,
    state: In(['proposed', 'reached']),
  });
  return standing ? failure({ code: 'not_in_this_state' }) : success(undefined);
}

/** The first look after the end opens the review. */
export async function beginReview(tx: Transaction, actor: Actor, sitting: SittingEntity): Promise<void> {
  const begun = await Database.moveState(tx.manager, {
    table: 'sitting',
    id: sitting.id,
    from: ['ended'],
    to: 'in_review',
  });
  if (begun === 0) return;
  sitting.state = 'in_review';
  await tx.journal({
    institutionId: sitting.institutionId,
    actorId: actor.accountId,
    action: 'sitting.review_begun',
    subjectType: 'sitting',
    subjectId: sitting.id,
  });
}
