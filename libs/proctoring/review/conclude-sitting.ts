import type { Actor } from '@aigaq/people';
import { Database, type Transaction } from '@aigaq/platform';

import type { DecisionOutcome } from '../domain/decision-rules';
import { publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';

/** The decision stands: what it rested on is decided, every other flag is closed with it, and the sitting too. */
export async function concludeSitting(
  tx: Transaction,
  actor: Actor,
  sitting: SittingEntity,
  outcome: DecisionOutcome,
): Promise<void> {
  const [flags] = await tx.manager.query<[{ id: string }[], number]>(
    `update flag set state = case state when 'confirmed' then 'decided' else 'closed' end
     where sitting_id = $1 and state in ('raised', 'dismissed', 'confirmed') returning id`,
    [sitting.id],
  );
  for (const flag of flags) await tx.publish('flag.changed', { sittingId: sitting.id, flagId: flag.id });
  await Database.moveState(tx.manager, { table: 'sitting', id: sitting.id, from: ['in_review'], to: 'closed' });
  sitting.state = 'closed';
  await tx.journal({
    institutionId: sitting.institutionId,
    actorId: actor.accountId,
    action: 'decision.reached',
    subjectType: 'sitting',
    subjectId: sitting.id,
    data: { outcome },
  });
  await tx.publish('decision.reached', { sittingId: sitting.id, outcome });
  await publishChanged(tx, sitting);
}
