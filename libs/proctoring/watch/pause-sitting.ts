import type { CommandInput, namespaces, Outcome } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import type { SittingEntity } from '../persistence/sitting.entity';
import { pauseSitting } from '../sitting-time';
import { HoldSitting } from './hold-sitting';

/** Stops a candidate's time; the work stays where it is until somebody resumes it. */
@Injectable()
export class PauseSitting {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_in_this_state`, and what `FindStaffSitting` refuses; safe to repeat. */
  run(actor: Actor, input: CommandInput<typeof namespaces.proctor, 'pause'>): Promise<Outcome<SittingEntity>> {
    return this.hold.run(actor, input.sittingId, 'watch', (tx) =>
      pauseSitting(tx, {
        sittingId: input.sittingId,
        actionId: input.commandId,
        by: actor.accountId,
        reason: input.reason,
        now: this.clock.now(),
      }),
    );
  }
}
