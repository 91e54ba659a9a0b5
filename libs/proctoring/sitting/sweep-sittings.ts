import type { Clock } from '@aigaq/kernel';
import { CLOCK, Database, Jobs, Log, type Transaction } from '@aigaq/platform';
import { FindEvent } from '@aigaq/schedule';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

import { graceMilliseconds } from '../domain/lateness';
import { lossAfterMilliseconds, possibleGrant } from '../domain/network-grant';
import { lockSitting, publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { endSitting } from '../sitting-time';
import { forgottenAfterMilliseconds, giveBack, lostSince, openLoss, timeLost } from './connection';
import { PresentSittings } from './present-sittings';

const everyMilliseconds = 1000;

type Sweep = (tx: Transaction, sitting: SittingEntity, now: Date) => Promise<void>;

/** Does what nobody says: notices lost connections, forgotten ones after a crash, and time that ran out. */
@Injectable()
export class SweepSittings implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly findEvent: FindEvent,
    private readonly present: PresentSittings,
    private readonly log: Log,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('sitting-sweep', everyMilliseconds, () => this.run());
  }

  async run(): Promise<void> {
    await this.loseForgotten();
    const ago = (milliseconds: number) => new Date(this.clock.now().getTime() - milliseconds);
    await this.each(
      `select id from sitting s where s.state = 'live' and s.connection = 'lost' and s.connection_since < $1
         and s.profile->'detectors' ? 'NET-01' and not ('NET-01' = any(s.silenced_detectors))
         and not exists (select from flag f where f.sitting_id = s.id and f.code = 'NET-01' and f.origin = 'system'
                         and f.ended_at is null)`,
      ago(lossAfterMilliseconds),
      (tx, sitting, now) => this.noteLoss(tx, sitting, now),
    );
    await this.each(
      `select id from sitting where state = 'live' and ends_at < $1`,
      ago(graceMilliseconds),
      (tx, sitting, now) => this.expire(tx, sitting, now),
    );
  }

  /** Online by the table, but known to no server for a while: the server that held the socket is gone. */
  private async loseForgotten(): Promise<void> {
    await this.present.note();
    const before = new Date(this.clock.now().getTime() - forgottenAfterMilliseconds);
    await this.database.transaction(async (tx) => {
      const [rows]: [{ id: string; event_id: string; institution_id: string }[], number] = await tx.manager.query(
        `update sitting set connection = 'lost', connection_since = seen_at
         where connection = 'online' and seen_at < $1 returning id, event_id, institution_id`,
        [before],
      );
      for (const row of rows)
        await publishChanged(tx, { id: row.id, eventId: row.event_id, institutionId: row.institution_id });
    });
  }

  /** Each sitting in a transaction of its own, and looked at again once it is held. */
  private async each(query: string, before: Date, work: Sweep): Promise<void> {
    const rows: { id: string }[] = await this.database.manager.query(query, [before]);
    for (const { id } of rows)
      await this.one(id, work).catch((error: unknown) =>
        // One that cannot be swept must not keep the others waiting.
        this.log.error('A sitting could not be swept.', error, { sitting: id }),
      );
  }

  private one(id: string, work: Sweep): Promise<void> {
    return this.database.transaction(async (tx) => {
      const sitting = await lockSitting(tx.manager, id);
      if (sitting?.state === 'live') await work(tx, sitting, this.clock.now());
    });
  }

  private async noteLoss(tx: Transaction, sitting: SittingEntity, now: Date): Promise<void> {
    const since = lostSince(sitting, now);
    if (since !== null && now.getTime() - since.getTime() > lossAfterMilliseconds) await openLoss(tx, sitting, since);
  }

  private async expire(tx: Transaction, sitting: SittingEntity, now: Date): Promise<void> {
    if (!isOver(sitting, now, 0)) return;
    const since = lostSince(sitting, now);
    if (since !== null) {
      const { ruleSet } = (await this.findEvent.byIdForSystem(sitting.eventId, tx.manager)) ?? {};
      if (!ruleSet) throw new Error(`The sitting ${sitting.id} has no event.`);
      const lost = await timeLost(tx, sitting, since, now);
      // Whoever is away now may come back to time that is owed.
      if (!isOver(sitting, now, possibleGrant(lost.seconds, lost.grantedBefore, ruleSet.values))) return;
      await giveBack(tx, sitting, since, ruleSet.values, now);
    }
    await endSitting(tx, { sittingId: sitting.id, by: null, reason: '', now, how: 'expired' });
  }
}

function isOver(sitting: SittingEntity, now: Date, owedSeconds: number): boolean {
  return sitting.endsAt !== null && now.getTime() > sitting.endsAt.getTime() + graceMilliseconds + owedSeconds * 1000;
}
