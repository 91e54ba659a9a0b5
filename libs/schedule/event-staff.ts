import type { Scope } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import type { EventStaffRole } from './domain/event-access';
import { EventStaffEntity } from './persistence/event-staff.entity';

export interface StaffMember {
  readonly accountId: string;
  readonly role: EventStaffRole;
}

/** Who serves at an event, and as what. */
@Injectable()
export class EventStaff {
  constructor(private readonly database: Database) {}

  async of(eventId: string, manager = this.database.manager): Promise<StaffMember[]> {
    return manager.find(EventStaffEntity, { where: { eventId }, order: { role: 'ASC', accountId: 'ASC' } });
  }

  async rolesOf(eventId: string, accountId: string, manager = this.database.manager): Promise<EventStaffRole[]> {
    const found = await manager.find(EventStaffEntity, { where: { eventId, accountId } });
    return found.map((line) => line.role);
  }

  async isOneOf(
    eventId: string,
    accountId: string,
    roles: readonly EventStaffRole[],
    manager = this.database.manager,
  ): Promise<boolean> {
    return (await this.rolesOf(eventId, accountId, manager)).some((role) => roles.includes(role));
  }

  /** Ids of the events at which the person serves in one of these roles, the soonest first. */
  async eventsOf(scope: Scope, accountId: string, roles: readonly EventStaffRole[]): Promise<string[]> {
    const lines: { id: string }[] = await this.database.manager.query(
      `select e.id from event e
       where e.institution_id = $1
         and exists (select from event_staff s where s.event_id = e.id and s.account_id = $2 and s.role = any($3))
       order by e.opens_at, e.id`,
      [scope.institutionId, accountId, roles],
    );
    return lines.map((line) => line.id);
  }
}
