import type { DecisionView } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What people decided after the sitting. */
@Entity('decision')
export class DecisionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ type: 'text' })
  outcome!: DecisionView['outcome'];

  @Column({ type: 'text' })
  reason!: string;

  @Column({ type: 'text' })
  state!: DecisionView['state'];

  @Column({ name: 'needs_second', type: 'boolean' })
  needsSecond!: boolean;

  @Column({ name: 'proposed_by', type: 'uuid' })
  proposedBy!: string;

  @Column({ name: 'proposed_at', type: 'timestamptz', default: () => 'now()' })
  proposedAt!: Date;

  @Column({ name: 'confirmed_by', type: 'uuid', nullable: true })
  confirmedBy!: string | null;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt!: Date | null;

  @Column({ name: 'confirm_reason', type: 'text', default: '' })
  confirmReason!: string;
}
