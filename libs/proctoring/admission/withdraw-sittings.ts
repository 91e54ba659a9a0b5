import type { Clock } from '@aigaq/kernel';
import { CLOCK, Database, Outbox, type Transaction } from '@aigaq/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

import { isRunning, statesBeforeStart } from '../domain/sitting-lifecycle';
import { named, publishChanged } from '../persistence/sitting-queries';
import { SittingEntity } from '../persistence/sitting.entity';
import { endSitting } from '../sitting-time';

/** Takes sittings back whose event was cancelled, or whose person left the roster. */
@Injectable()
export class WithdrawSittings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.on('event.cancelled', ({ eventId }) => this.run({ eventId }));
    this.outbox.on('event.candidate_removed', ({ eventId, accountId }) => this.run({ eventId, accountId }));
  }

  /** What has not begun is void; what runs is ended and kept, because it is evidence. */
  async run(whose: { eventId: string; accountId?: string }): Promise<void> {
    await this.database.transaction(async (tx) => {
      for (const sitting of await tx.manager.findBy(SittingEntity, whose)) await this.withdraw(tx, sitting);
    });
  }

  private async withdraw(tx: Transaction, sitting: SittingEntity): Promise<void> {
    const now = this.clock.now();
    if (isRunning(sitting.state)) {
      await endSitting(tx, { sittingId: sitting.id, by: null, reason: '', now, how: 'cancelled' });
      return;
    }
    const set = { ended_at: now, ended_how: 'cancelled' };
    const move = { table: 'sitting', id: sitting.id, from: statesBeforeStart, to: 'void', set };
    if ((await Database.moveState(tx.manager, move)) === 0) return;
    const line = { institutionId: sitting.institutionId, actorId: null, subjectType: 'sitting', subjectId: sitting.id };
    await tx.journal({ ...line, action: 'sitting.withdrawn', data: { eventId: sitting.eventId } });
    await tx.publish('sitting.ended', { ...named(sitting), how: 'cancelled' });
    await publishChanged(tx, sitting);
  }
}
