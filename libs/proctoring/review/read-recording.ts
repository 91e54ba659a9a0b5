import type { Outcome, RecordingView } from '@aigaq/contracts';
import { type Clock, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, Database, SignedLinks } from '@aigaq/platform';
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
    private readonly database: Database,
    private readonly hold: HoldSitting,
    private readonly links: SignedLinks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, sittingId: string): Promise<Outcome<RecordingView>> {
    const now = this.clock.now();
    const seen = await this.hold.run(actor, sittingId, 'review', async (tx, sitting) => {
      await leaveTrace(tx, actor, sitting, { what: 'recording', at: now });
      return success(sitting);
    });
    if (!seen.ok) return seen;
    // Outside of the transaction: a long manifest must not keep the candidate's answers waiting.
    const material = await readRecording(this.database.manager, seen.value, now);
    return success(assembleRecording(material, (key) => this.linkTo(key, actor.accountId)));
  }

  private linkTo(key: string, accountId: string): string {
    return `/api/objects/${this.links.sign({ key, accountId, seconds: linkSeconds })}`;
  }
}
