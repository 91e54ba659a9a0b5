import type { Outcome } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import { CLOCK, type Transaction } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import type { SittingEntity } from '../persistence/sitting.entity';
import { endSitting, type TimeAct } from '../sitting-time';

/** Ends a sitting as a part of somebody else's deed: a submission ends it in the transaction of its receipt. */
@Injectable()
export class EndSitting {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Refuses with `not_found` or `not_in_this_state`; the same `actionId` a second time succeeds and changes nothing. */
  run(
    tx: Transaction,
    act: Omit<TimeAct, 'now'> & { readonly how: Parameters<typeof endSitting>[1]['how'] },
  ): Promise<Outcome<SittingEntity>> {
    return endSitting(tx, { ...act, now: this.clock.now() });
  }
}
