import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Facts of media nodes that were taken, so that a repeat changes nothing. */
@Entity('media_fact_taken')
export class MediaFactTakenEntity {
  @PrimaryColumn({ name: 'fact_id', type: 'uuid' })
  factId!: string;

  @Column({ type: 'timestamptz', default: () => 'now()' })
  at!: Date;
}
