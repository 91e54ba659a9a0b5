import type { ConnectionState, DeviceReport, FlagCode, Profile, SittingState } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { SittingEnd } from '../facts';

/** One person in one room under one profile. */
@Entity('sitting')
export class SittingEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'institution_id', type: 'uuid' })
  institutionId!: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @Column({ type: 'text', default: 'invited' })
  state!: SittingState;

  @Column({ type: 'jsonb' })
  profile!: Profile;

  @Column({ name: 'silenced_detectors', type: 'text', array: true, default: () => "'{}'" })
  silencedDetectors!: FlagCode[];

  /** What the clock is computed from; the facts themselves stand in sitting_time_fact. */
  @Column({ name: 'duration_seconds', type: 'int' })
  durationSeconds!: number;

  @Column({ name: 'closes_at', type: 'timestamptz' })
  closesAt!: Date;

  @Column({ name: 'started_at', type: 'timestamptz', nullable: true })
  startedAt!: Date | null;

  @Column({ name: 'ends_at', type: 'timestamptz', nullable: true })
  endsAt!: Date | null;

  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  @Column({ name: 'ended_how', type: 'text', nullable: true })
  endedHow!: SittingEnd | null;

  @Column({ type: 'text', default: '' })
  reason!: string;

  /** The browser that holds the sitting now. */
  @Column({ name: 'device_id', type: 'uuid', nullable: true })
  deviceId!: string | null;

  @Column({ type: 'text', default: 'never' })
  connection!: ConnectionState;

  @Column({ name: 'connection_since', type: 'timestamptz', nullable: true })
  connectionSince!: Date | null;

  /** When the server last knew it to be there: what a crash of the server leaves to count a loss from. */
  @Column({ name: 'seen_at', type: 'timestamptz', nullable: true })
  seenAt!: Date | null;

  @Column({ name: 'device_report', type: 'jsonb', nullable: true })
  deviceReport!: DeviceReport | null;

  @Column({ name: 'device_checked_at', type: 'timestamptz', nullable: true })
  deviceCheckedAt!: Date | null;

  @Column({ name: 'rehearsed_at', type: 'timestamptz', nullable: true })
  rehearsedAt!: Date | null;

  /** Since when its recording is deleted because its time was over. */
  @Column({ name: 'recording_deleted_at', type: 'timestamptz', nullable: true })
  recordingDeletedAt!: Date | null;

  @Column({ name: 'created_at', type: 'timestamptz', default: () => 'now()' })
  createdAt!: Date;
}
