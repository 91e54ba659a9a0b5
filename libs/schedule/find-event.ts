import type { Actor, Scope } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { mayChange, maySee, type PartOfActor } from './domain/event-access';
import type { EventRecord } from './event-record';
import { EventStaff } from './event-staff';
import { lockEvent, readEvent } from './persistence/event-queries';

/** Finds events; one of another institution, or in which the actor has no part, is not found. */
@Injectable()
export class FindEvent {
  constructor(
    private readonly database: Database,
    private readonly staff: EventStaff,
  ) {}

  byId(scope: Scope, eventId: string, manager = this.database.manager): Promise<EventRecord | null> {
    return readEvent(manager, eventId, scope.institutionId);
  }

  /** For jobs and listeners, which act for no institution. */
  byIdForSystem(eventId: string, manager = this.database.manager): Promise<EventRecord | null> {
    return readEvent(manager, eventId, null);
  }

  /** Holds the event's row until the transaction ends: form, roster, staff and state change one after another. */
  hold(eventId: string, manager: Database['manager']): Promise<void> {
    return lockEvent(manager, eventId);
  }

  /** The event if this person may see it: all of the institution, or those in which he has a part. */
  seenBy(actor: Actor, eventId: string, manager = this.database.manager): Promise<EventRecord | null> {
    return this.when(maySee, actor, eventId, manager);
  }

  /** The event if this person may change it, as far as his permissions go. */
  changedBy(actor: Actor, eventId: string, manager = this.database.manager): Promise<EventRecord | null> {
    return this.when(mayChange, actor, eventId, manager);
  }

  private async when(
    rule: (roles: Actor['roles'], part: PartOfActor) => boolean,
    actor: Actor,
    eventId: string,
    manager: Database['manager'],
  ): Promise<EventRecord | null> {
    const event = await readEvent(manager, eventId, actor.institutionId);
    if (!event) return null;
    const staffRoles = await this.staff.rolesOf(eventId, actor.accountId, manager);
    return rule(actor.roles, { created: event.createdBy === actor.accountId, staffRoles }) ? event : null;
  }
}
