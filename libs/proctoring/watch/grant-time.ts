import type { CommandInput, namespaces, Outcome } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import type { SittingEntity } from '../persistence/sitting.entity';
import { grantTime } from '../sitting-time';
import { HoldSitting } from './hold-sitting';

/** Gives a candidate more time, for a reason that stands in the protocol. */
@Injectable()
export class GrantTime {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_in_this_state`, and what `FindStaffSitting` refuses; safe to repeat. */
  run(actor: Actor, input: CommandInput<typeof namespaces.proctor, 'grant'>): Promise<Outcome<SittingEntity>> {
    return this.hold.run(actor, input.sittingId, 'watch', (tx) =>
      grantTime(tx, {
        sittingId: input.sittingId,
        actionId: input.commandId,
        by: actor.accountId,
        reason: input.reason,
        seconds: input.seconds,
        now: this.clock.now(),
      }),
    );
  }
}
