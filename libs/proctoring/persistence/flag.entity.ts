import type { FlagCode, FlagState, FlagView } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An observation of a detector, a proctor or the system. */
@Entity('flag')
export class FlagEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ type: 'text' })
  code!: FlagCode;

  @Column({ type: 'int' })
  severity!: number;

  @Column({ type: 'text' })
  origin!: FlagView['origin'];

  @Column({ type: 'text' })
  detector!: string;

  @Column({ name: 'detector_version', type: 'text' })
  detectorVersion!: string;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ type: 'real' })
  confidence!: number;

  @Column({ type: 'text', default: '' })
  note!: string;

  @Column({ type: 'text', default: 'raised' })
  state!: FlagState;

  @Column({ name: 'raised_by', type: 'uuid', nullable: true })
  raisedBy!: string | null;

  @Column({ name: 'triaged_by', type: 'uuid', nullable: true })
  triagedBy!: string | null;

  @Column({ name: 'triaged_at', type: 'timestamptz', nullable: true })
  triagedAt!: Date | null;

  @Column({ name: 'triage_note', type: 'text', default: '' })
  triageNote!: string;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
