import type { GapCause, Source } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Time that was not recorded, and why. */
@Entity('recording_gap')
export class RecordingGapEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ name: 'track_id', type: 'uuid', nullable: true })
  trackId!: string | null;

  @Column({ type: 'text' })
  source!: Source;

  @Column({ name: 'started_at', type: 'timestamptz', precision: 3 })
  startedAt!: Date;

  @Column({ name: 'ended_at', type: 'timestamptz', precision: 3 })
  endedAt!: Date;

  @Column({ type: 'text' })
  cause!: GapCause;
}
