import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { TimeFactKind } from '../domain/sitting-clock';

/** What a sitting's clock is computed from; never changed, only added to. */
@Entity('sitting_time_fact')
export class SittingTimeFactEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'text' })
  kind!: TimeFactKind;

  @Column({ type: 'int', nullable: true })
  seconds!: number | null;
}
