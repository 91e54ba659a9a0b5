import type { CommandInput, FlagView, namespaces, Outcome } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { isBeforeStart, isRunning } from '../domain/sitting-lifecycle';
import { FlagEntity } from '../persistence/flag.entity';
import { readFlagView } from '../review/flag-view';
import { insertFlag } from '../review/insert-flag';
import { HoldSitting } from './hold-sitting';

/** A browser's estimate of the server's time may run ahead by so many milliseconds. */
const clockTolerance = 5000;

/** A proctor notes by hand what was seen live, from when it began until now. */
@Injectable()
export class RaiseFlag {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `too_large` for a beginning in the future and `not_in_this_state`; safe to repeat. */
  run(actor: Actor, input: CommandInput<typeof namespaces.proctor, 'flag'>): Promise<Outcome<FlagView>> {
    return this.hold.run(actor, input.sittingId, 'watch', async (tx, sitting) => {
      const noted = await tx.manager.existsBy(FlagEntity, { id: input.commandId, sittingId: sitting.id });
      if (!noted) {
        if (!isBeforeStart(sitting.state) && !isRunning(sitting.state)) return failure({ code: 'not_in_this_state' });
        const now = this.clock.now();
        const startedAt = new Date(input.startedAt);
        if (startedAt.getTime() > now.getTime() + clockTolerance)
          return failure({ code: 'too_large', field: 'startedAt', params: { limit: now.toISOString() } });
        await insertFlag(tx, actor, sitting, {
          id: input.commandId,
          code: input.code,
          note: input.note,
          startedAt: startedAt < now ? startedAt : now,
          endedAt: now,
        });
      }
      return success(await readFlagView(tx.manager, sitting.institutionId, input.commandId));
    });
  }
}
