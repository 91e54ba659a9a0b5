import type { CommandInput, namespaces, Outcome } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import type { SittingEntity } from '../persistence/sitting.entity';
import { resumeSitting } from '../sitting-time';
import { HoldSitting } from './hold-sitting';

/** Lets a paused sitting go on; the time of the pause is given back. */
@Injectable()
export class ResumeSitting {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_in_this_state`, and what `FindStaffSitting` refuses; safe to repeat. */
  run(actor: Actor, input: CommandInput<typeof namespaces.proctor, 'resume'>): Promise<Outcome<SittingEntity>> {
    return this.hold.run(actor, input.sittingId, 'watch', (tx) =>
      resumeSitting(tx, {
        sittingId: input.sittingId,
        actionId: input.commandId,
        by: actor.accountId,
        reason: '',
        now: this.clock.now(),
      }),
    );
  }
}
