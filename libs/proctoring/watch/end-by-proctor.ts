import type { CommandInput, namespaces, Outcome } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import type { SittingEntity } from '../persistence/sitting.entity';
import { endSitting } from '../sitting-time';
import { HoldSitting } from './hold-sitting';

/** Ends a sitting before its time: the act of a person, never of a detector (DP-12). */
@Injectable()
export class EndByProctor {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_in_this_state`, and what `FindStaffSitting` refuses; safe to repeat. */
  run(actor: Actor, input: CommandInput<typeof namespaces.proctor, 'end'>): Promise<Outcome<SittingEntity>> {
    return this.hold.run(actor, input.sittingId, 'watch', (tx) =>
      endSitting(tx, {
        sittingId: input.sittingId,
        actionId: input.commandId,
        by: actor.accountId,
        reason: input.reason,
        how: 'ended_by_proctor',
        now: this.clock.now(),
      }),
    );
  }
}
