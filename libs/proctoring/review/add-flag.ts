import type { FlagView, InputOf, Outcome, routes } from '@aigaq/contracts';
import { type Clock, failure, newId, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { HoldSitting } from '../watch/hold-sitting';
import { readFlagView } from './flag-view';
import { insertFlag } from './insert-flag';
import { whileUndecided } from './review-rules';

/** A reviewer notes what no detector and no proctor saw, at its place in the recording. */
@Injectable()
export class AddFlag {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `ends_before_start`, `too_large` for a time that has not been yet, and `not_in_this_state`. */
  run(actor: Actor, sittingId: string, body: InputOf<typeof routes.addFlag>['body']): Promise<Outcome<FlagView>> {
    return this.hold.run(actor, sittingId, 'review', async (tx, sitting) => {
      const undecided = await whileUndecided(tx, sitting);
      if (!undecided.ok) return undecided;
      const [startedAt, endedAt] = [new Date(body.startedAt), new Date(body.endedAt)];
      if (endedAt < startedAt) return failure({ code: 'ends_before_start', field: 'endedAt' });
      const limit = this.clock.now();
      if (endedAt > limit)
        return failure({ code: 'too_large', field: 'endedAt', params: { limit: limit.toISOString() } });
      const id = newId();
      await insertFlag(tx, actor, sitting, { id, code: body.code, note: body.note, startedAt, endedAt });
      return success(await readFlagView(tx.manager, sitting.institutionId, id));
    });
  }
}
