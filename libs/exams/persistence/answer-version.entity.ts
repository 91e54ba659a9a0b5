import type { Response } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One saved version of one answer; taken once by sitting, device and sequence, and never changed. */
@Entity('answer_version')
export class AnswerVersionEntity {
  @PrimaryColumn({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @PrimaryColumn({ name: 'device_id', type: 'uuid' })
  deviceId!: string;

  @PrimaryColumn({ name: 'sequence', type: 'int' })
  sequence!: number;

  @Column({ name: 'item_id', type: 'uuid' })
  itemId!: string;

  @Column({ name: 'response', type: 'jsonb' })
  response!: Response;

  @Column({ name: 'flagged', type: 'boolean' })
  flagged!: boolean;

  @Column({ name: 'answered_at', type: 'timestamptz' })
  answeredAt!: Date;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt!: Date;

  @Column({ name: 'late', type: 'boolean' })
  late!: boolean;
}
