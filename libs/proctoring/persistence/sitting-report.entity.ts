import type { ReportEntry } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A line that a browser reported, as it came; taken once by its number. */
@Entity('sitting_report')
export class SittingReportEntity {
  @PrimaryColumn({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @PrimaryColumn({ name: 'device_id', type: 'uuid' })
  deviceId!: string;

  @PrimaryColumn({ type: 'int' })
  sequence!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ name: 'received_at', type: 'timestamptz', default: () => 'now()' })
  receivedAt!: Date;

  @Column({ type: 'text' })
  kind!: ReportEntry['kind'];

  @Column({ type: 'jsonb' })
  payload!: ReportEntry;

  @Column({ type: 'boolean', default: false })
  late!: boolean;
}
