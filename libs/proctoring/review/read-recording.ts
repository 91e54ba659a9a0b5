import type { Outcome, RecordingView } from '@aigaq/contracts';
import { type Clock, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, SignedLinks } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { assembleRecording } from '../domain/assemble-recording';
import { readRecording } from '../persistence/recording-queries';
import { HoldSitting } from '../watch/hold-sitting';
import { leaveTrace } from './leave-trace';

/** Long enough to watch a stretch, short enough that a leaked link is worthless; the player asks for new ones. */
const linkSeconds = 600;

/** The recording of a sitting with links to its parts, also while it grows. Whoever asks leaves a trace (DP-14). */
@Injectable()
export class ReadRecording {
  constructor(
    private readonly hold: HoldSitting,
    private readonly links: SignedLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run(actor: Actor, sittingId: string): Promise<Outcome<RecordingView>> {
    return this.hold.run(actor, sittingId, 'review', async (tx, sitting) => {
      const now = this.clock.now();
      await leaveTrace(tx, actor, sitting, { what: 'recording', at: now });
      const material = await readRecording(tx.manager, sitting, now);
      const { accountId } = actor;
      return success(
        assembleRecording(
          material,
          (key) => `/api/objects/${this.links.sign({ key, accountId, seconds: linkSeconds })}`,
        ),
      );
    });
  }
}
