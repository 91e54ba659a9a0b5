import { type Clock, newId } from '@aigaq/kernel';
import { CLOCK, Database, Outbox, type Transaction } from '@aigaq/platform';
import { type EventRecord, EventRoster, FindEvent, type RosterMember } from '@aigaq/schedule';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

import { SittingTimeFactEntity } from '../persistence/sitting-time-fact.entity';
import { SittingEntity } from '../persistence/sitting.entity';

/** Makes one sitting for each candidate of an event that was announced, and for whoever joins its roster later. */
@Injectable()
export class InviteCandidates implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly findEvent: FindEvent,
    private readonly roster: EventRoster,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.outbox.on('event.announced', ({ eventId }) => this.run(eventId));
    this.outbox.on('event.candidates_added', ({ eventId, accountIds }) => this.run(eventId, accountIds));
  }

  /** Whoever has a sitting keeps it; of `added`, those who were taken off the roster before are invited again. */
  async run(eventId: string, added: readonly string[] = []): Promise<void> {
    await this.database.transaction(async (tx) => {
      const event = await this.findEvent.byIdForSystem(eventId, tx.manager);
      if (!event || (event.state !== 'announced' && event.state !== 'open')) return;
      const members = await this.roster.of(eventId, tx.manager);
      const known = await tx.manager.findBy(SittingEntity, { eventId });
      const fresh = members.filter((member) => !known.some((sitting) => sitting.accountId === member.accountId));
      for (const member of fresh) await this.invite(tx, event, member);
      const back = known.filter((sitting) => sitting.state === 'void' && added.includes(sitting.accountId));
      for (const sitting of back) await this.inviteAgain(tx, sitting);
    });
  }

  private async invite(tx: Transaction, event: EventRecord, member: RosterMember): Promise<void> {
    const now = this.clock.now();
    const sitting = {
      id: newId(),
      institutionId: event.institutionId,
      eventId: event.id,
      accountId: member.accountId,
      profile: event.profile,
      silencedDetectors: [...member.silencedDetectors],
      durationSeconds: event.durationSeconds,
      closesAt: event.closesAt,
      createdAt: now,
    };
    const inserted = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(SittingEntity)
      .values(sitting)
      .orIgnore()
      .returning('id')
      .execute();
    // Another delivery of the same fact was quicker.
    if ((inserted.raw as unknown[]).length === 0) return;
    if (member.extraSeconds !== 0) {
      const extra = {
        id: newId(),
        sittingId: sitting.id,
        at: now,
        kind: 'extra' as const,
        seconds: member.extraSeconds,
      };
      await tx.manager.insert(SittingTimeFactEntity, extra);
    }
    await this.tell(tx, sitting);
  }

  private async inviteAgain(tx: Transaction, sitting: SittingEntity): Promise<void> {
    const set = { ended_at: null, ended_how: null, reason: '' };
    const moved = await Database.moveState(tx.manager, {
      table: 'sitting',
      id: sitting.id,
      from: ['void'],
      to: 'invited',
      set,
    });
    if (moved === 1) await this.tell(tx, sitting);
  }

  private async tell(
    tx: Transaction,
    sitting: Pick<SittingEntity, 'id' | 'eventId' | 'institutionId' | 'accountId'>,
  ): Promise<void> {
    const { id: sittingId, eventId, institutionId, accountId } = sitting;
    const line = { institutionId, actorId: null, subjectType: 'sitting', subjectId: sittingId };
    await tx.journal({ ...line, action: 'sitting.invited', data: { eventId } });
    await tx.publish('sitting.invited', { sittingId, eventId, institutionId, accountId });
    await tx.publish('sitting.changed', { sittingId, eventId, institutionId });
  }
}
