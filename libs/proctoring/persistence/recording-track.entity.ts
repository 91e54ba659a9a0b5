import type { GapCause, Source } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One track from its start to its end. */
@Entity('recording_track')
export class RecordingTrackEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ type: 'text' })
  source!: Source;

  @Column({ type: 'text' })
  node!: string;

  @Column({ type: 'text' })
  codec!: string;

  @Column({ name: 'started_at', type: 'timestamptz' })
  startedAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'end_cause', type: 'text', nullable: true })
  endCause!: GapCause | null;
}
