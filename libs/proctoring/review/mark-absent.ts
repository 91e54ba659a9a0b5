import type { Outcome } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { isBeforeStart } from '../domain/sitting-lifecycle';
import { noteAction } from '../sitting-time';
import { HoldSitting } from '../watch/hold-sitting';
import { leaveBeforeStart } from './leave-before-start';

/** A person confirms that somebody never came; nothing does so by itself. */
@Injectable()
export class MarkAbsent {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_in_this_state` when the sitting started or is over, `too_early` while one may still come. */
  run(actor: Actor, sittingId: string, reason: string): Promise<Outcome<{ done: true }>> {
    return this.hold.run(actor, sittingId, 'decide', async (tx, sitting) => {
      const now = this.clock.now();
      if (!isBeforeStart(sitting.state)) return failure({ code: 'not_in_this_state' });
      if (now < sitting.closesAt) return failure({ code: 'too_early', params: { at: sitting.closesAt.toISOString() } });
      await leaveBeforeStart(tx, sitting, { to: 'absent', reason, at: now });
      await noteAction(tx, sitting, { sittingId, by: actor.accountId, reason, now }, 'ended');
      return success({ done: true });
    });
  }
}
