import type { Clock } from '@aigaq/kernel';
import { CLOCK, Database, Jobs, type Transaction } from '@aigaq/platform';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { dueStep } from './domain/event-lifecycle';
import { FindEvent } from './find-event';
import { lockEvent } from './persistence/event-queries';
import { EVENT_BUSY, type EventBusy } from './ports';
import { recordStep } from './record-step';

const everyMilliseconds = 2000;

/** Opens and closes events by the clock; an event closes when nobody sits it any more. */
@Injectable()
export class TurnEvents implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly find: FindEvent,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_BUSY) private readonly busy: EventBusy,
  ) {}

  onApplicationBootstrap(): void {
    this.jobs.every('schedule.turn_events', everyMilliseconds, () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const due: { id: string }[] = await this.database.manager.query(
      `select id from event where (state = 'announced' and opens_at <= $1) or (state = 'open' and closes_at < $1)
       order by opens_at, id`,
      [now],
    );
    for (const { id } of due) await this.database.transaction((tx) => this.turn(tx, id, now));
  }

  private async turn(tx: Transaction, eventId: string, now: Date): Promise<void> {
    await lockEvent(tx.manager, eventId);
    const event = await this.find.byIdForSystem(eventId, tx.manager);
    const to = event && dueStep(event, now);
    if (!event || !to) return;
    if (to === 'closed' && (await this.busy.runningCandidates(eventId)).length > 0) return;
    const { state: from, institutionId } = event;
    const moved = await Database.moveState(tx.manager, { table: 'event', id: eventId, from: [from], to });
    if (moved > 0) await recordStep(tx, { eventId, institutionId, from, to, by: null, reason: '', at: now });
  }
}
