import { failure, success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import type { Actor } from '@aigaq/people';
import { EventStaff, FindEvent, type EventRecord } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';

import { mayEverywhere, type StaffPurpose, staffRolesFor } from '../domain/staff-access';

/** What the rules of access look at. */
export type StaffPerson = Pick<Actor, 'accountId' | 'institutionId' | 'roles'>;

/** An event whose sittings somebody of the staff wants to see. */
@Injectable()
export class FindStaffEvent {
  constructor(
    private readonly findEvent: FindEvent,
    private readonly eventStaff: EventStaff,
  ) {}

  /** Refuses with `not_found` (also for another institution's) and `forbidden` without a part in the event. */
  async run(actor: StaffPerson, eventId: string, purpose: StaffPurpose): Promise<Outcome<EventRecord>> {
    const event = await this.findEvent.byId(actor, eventId);
    if (!event) return failure({ code: 'not_found' });
    const allowed =
      mayEverywhere(actor.roles, purpose) ||
      (await this.eventStaff.isOneOf(eventId, actor.accountId, staffRolesFor[purpose]));
    return allowed ? success(event) : failure({ code: 'forbidden' });
  }
}
