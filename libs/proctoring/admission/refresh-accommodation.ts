import type { Clock } from '@aigaq/kernel';
import { CLOCK, Database, Outbox, type Transaction } from '@aigaq/platform';
import { EventRoster } from '@aigaq/schedule';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

import { silencedAfter } from '../domain/accommodation';
import { endOfTime, extraSecondsAt } from '../domain/sitting-clock';
import { isBeforeStart, isRunning } from '../domain/sitting-lifecycle';
import { addTimeFact, lockSitting, planOf, publishChanged, readTimeFacts } from '../persistence/sitting-queries';
import { SittingEntity } from '../persistence/sitting.entity';

/** Brings a person's extra time and silenced detectors from the roster to the sitting, also while it runs (DP-19). */
@Injectable()
export class RefreshAccommodation implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly roster: EventRoster,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.on('event.candidate_changed', ({ eventId, accountId }) => this.run(eventId, accountId));
  }

  async run(eventId: string, accountId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const member = (await this.roster.of(eventId, tx.manager)).find((entry) => entry.accountId === accountId);
      const found = await tx.manager.findOneBy(SittingEntity, { eventId, accountId });
      const sitting = found && (await lockSitting(tx.manager, found.id));
      if (!member || !sitting || !(isBeforeStart(sitting.state) || isRunning(sitting.state))) return;
      const silencedDetectors = silencedAfter(sitting.state, sitting.silencedDetectors, member.silencedDetectors);
      const endsAt = await this.withExtra(tx, sitting, member.extraSeconds);
      await tx.manager.update(SittingEntity, { id: sitting.id }, { silencedDetectors, endsAt });
      await tx.journal({
        institutionId: sitting.institutionId,
        actorId: null,
        action: 'sitting.accommodated',
        subjectType: 'sitting',
        subjectId: sitting.id,
        data: { extraSeconds: member.extraSeconds, silencedDetectors },
      });
      await publishChanged(tx, sitting);
    });
  }

  /** Answers where the time ends with it. */
  private async withExtra(tx: Transaction, sitting: SittingEntity, seconds: number): Promise<Date | null> {
    const now = this.clock.now();
    const facts = await readTimeFacts(tx.manager, sitting.id);
    if (extraSecondsAt(facts, now) === seconds) return sitting.endsAt;
    const added = await addTimeFact(tx.manager, sitting.id, { at: now, kind: 'extra', seconds });
    return endOfTime(planOf(sitting), [...facts, added], now);
  }
}
