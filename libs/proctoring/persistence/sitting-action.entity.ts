import type { ActionView } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was done to the sitting, by whom and why. */
@Entity('sitting_action')
export class SittingActionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @Column({ type: 'text' })
  kind!: ActionView['kind'];

  @Column({ name: 'by_account', type: 'uuid', nullable: true })
  byAccount!: string | null;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ type: 'int', nullable: true })
  seconds!: number | null;
}
