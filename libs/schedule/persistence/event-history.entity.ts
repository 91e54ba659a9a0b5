import type { EventState } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One step of an event; by nobody when the clock took it. */
@Entity('event_history')
export class EventHistoryEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId!: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at!: Date;

  @Column({ name: 'by_account', type: 'uuid', nullable: true })
  byAccount!: string | null;

  @Column({ name: 'from_state', type: 'text', nullable: true })
  fromState!: EventState | null;

  @Column({ name: 'to_state', type: 'text' })
  toState!: EventState;

  @Column({ name: 'reason', type: 'text' })
  reason!: string;
}
