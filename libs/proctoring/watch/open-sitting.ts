import type { Outcome } from '@aigaq/contracts';
import { type Clock, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { leaveTrace } from '../review/leave-trace';
import { HoldSitting } from './hold-sitting';

/** A proctor turns to one candidate: that leaves a trace (DP-14), and the candidate's messages count as read. */
@Injectable()
export class OpenSitting {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(actor: Actor, sittingId: string): Promise<Outcome<SittingEntity>> {
    return this.hold.run(actor, sittingId, 'watch', async (tx, sitting) => {
      const now = this.clock.now();
      await leaveTrace(tx, actor, sitting, { what: 'live', at: now });
      if (await markRead(tx.manager, sitting.id, now)) await publishChanged(tx, sitting);
      return success(sitting);
    });
  }
}

/** Marks what the candidate wrote as read; answers whether anything was unread. */
export async function markRead(manager: EntityManager, sittingId: string, at: Date): Promise<boolean> {
  const [, count] = await manager.query<[unknown[], number]>(
    `update message set read_at = $2 where sitting_id = $1 and sender = 'candidate' and read_at is null returning id`,
    [sittingId, at],
  );
  return count > 0;
}
