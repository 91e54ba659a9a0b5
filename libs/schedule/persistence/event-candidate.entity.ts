import type { FlagCode } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person on the roster of an event, with what was granted to that person. */
@Entity('event_candidate')
export class EventCandidateEntity {
  @PrimaryColumn({ name: 'event_id', type: 'uuid' })
  eventId!: string;

  @PrimaryColumn({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @Column({ name: 'extra_seconds', type: 'int' })
  extraSeconds!: number;

  @Column({ name: 'silenced_detectors', type: 'text', array: true })
  silencedDetectors!: FlagCode[];

  @Column({ name: 'added_at', type: 'timestamptz' })
  addedAt!: Date;
}
