import type { EventFields, EventView, Outcome } from '@aigaq/contracts';
import { type Clock, failure, newId } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, Database, type Transaction } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { problemsOfReferences } from './check-references';
import { problemsOfPlan } from './domain/event-fields';
import { GetEvent } from './get-event';
import { EventStaffEntity } from './persistence/event-staff.entity';
import { EventEntity } from './persistence/event.entity';
import { recordStep } from './record-step';

@Injectable()
export class CreateEvent {
  constructor(
    private readonly database: Database,
    private readonly get: GetEvent,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Drafts an event. A teacher who makes one is its examiner until the staff is assigned otherwise. */
  async run(actor: Actor, fields: EventFields): Promise<Outcome<EventView>> {
    const problems = [
      ...problemsOfPlan(fields, this.clock.now()),
      ...(await problemsOfReferences(this.database.manager, actor, fields)),
    ];
    if (problems.length > 0) return failure(...problems);
    const eventId = await this.database.transaction((tx) => this.insert(tx, actor, fields));
    return this.get.run(actor, eventId);
  }

  private async insert(tx: Transaction, actor: Actor, fields: EventFields): Promise<string> {
    const { institutionId, accountId } = actor;
    const eventId = newId();
    const at = this.clock.now();
    const { profile, opensAt, closesAt, ...same } = fields;
    await tx.manager.insert(EventEntity, {
      ...same,
      id: eventId,
      institutionId,
      opensAt: new Date(opensAt),
      closesAt: new Date(closesAt),
      profileName: profile,
      createdBy: accountId,
      createdAt: at,
    });
    if (actor.roles.includes('teacher'))
      await tx.manager.insert(EventStaffEntity, { eventId, accountId, role: 'examiner' });
    await recordStep(tx, { eventId, institutionId, from: null, to: 'draft', by: accountId, reason: '', at });
    return eventId;
  }
}
