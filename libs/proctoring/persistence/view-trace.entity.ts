import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who looked at whom, and at what (DP-14). */
@Entity('view_trace')
export class ViewTraceEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;

  @Column({ type: 'text' })
  what!: string;
}
