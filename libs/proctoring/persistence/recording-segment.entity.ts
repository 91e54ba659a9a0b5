import type { Source } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stored, self-contained piece of a track. */
@Entity('recording_segment')
export class RecordingSegmentEntity {
  @PrimaryColumn({ name: 'track_id', type: 'uuid' })
  trackId!: string;

  @PrimaryColumn({ type: 'int' })
  sequence!: number;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ type: 'text' })
  source!: Source;

  @Column({ name: 'object_key', type: 'text' })
  objectKey!: string;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'int' })
  size!: number;

  @Column({ name: 'started_at', type: 'timestamptz', precision: 3 })
  startedAt!: Date;

  @Column({ name: 'duration_ms', type: 'double precision' })
  durationMs!: number;

  @Column({ type: 'text' })
  codec!: string;

  @Column({ type: 'int', nullable: true })
  width!: number | null;

  @Column({ type: 'int', nullable: true })
  height!: number | null;

  @Column({ type: 'int' })
  packets!: number;

  @Column({ name: 'lost_packets', type: 'int' })
  lostPackets!: number;

  @Column({ name: 'stored_at', type: 'timestamptz', default: () => 'now()' })
  storedAt!: Date;

  /** Since when the object is gone; the line stays, so that coverage can be told. */
  @Column({ name: 'deleted_at', type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;
}
