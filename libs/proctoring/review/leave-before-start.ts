import { Database, type Transaction } from '@aigaq/platform';

import { statesBeforeStart } from '../domain/sitting-lifecycle';
import { named, publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';

/** How a sitting that never started is left. */
const ends = { absent: 'absent', void: 'cancelled' } as const;

/** Ends a sitting that never started; answers false when it has started or is over, and changes nothing then. */
export async function leaveBeforeStart(
  tx: Transaction,
  sitting: SittingEntity,
  leave: { to: keyof typeof ends; reason: string; at: Date },
): Promise<boolean> {
  const how = ends[leave.to];
  const moved = await Database.moveState(tx.manager, {
    table: 'sitting',
    id: sitting.id,
    from: statesBeforeStart,
    to: leave.to,
    set: { reason: leave.reason, ended_at: leave.at, ended_how: how },
  });
  if (moved === 0) return false;
  sitting.state = leave.to;
  await tx.publish('sitting.ended', { ...named(sitting), how });
  await publishChanged(tx, sitting);
  return true;
}
