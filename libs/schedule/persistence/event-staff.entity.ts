import { Entity, PrimaryColumn } from 'typeorm';

import type { EventStaffRole } from '../domain/event-access';

/** Who serves at an event, and as what. */
@Entity('event_staff')
export class EventStaffEntity {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  eventId!: string;

  @PrimaryColumn({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @PrimaryColumn({ name: 'role', type: 'text' })
  role!: EventStaffRole;
}
