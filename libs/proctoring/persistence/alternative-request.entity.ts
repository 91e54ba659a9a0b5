import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A wish to sit another way, and the answer to it (DP-03). */
@Entity('alternative_request')
export class AlternativeRequestEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ type: 'text' })
  reason!: string;

  @Column({ name: 'requested_at', type: 'timestamptz', default: () => 'now()' })
  requestedAt!: Date;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;

  @Column({ name: 'answered_by', type: 'uuid', nullable: true })
  answeredBy!: string | null;

  @Column({ type: 'boolean', nullable: true })
  granted!: boolean | null;

  @Column({ type: 'text', default: '' })
  answer!: string;
}
