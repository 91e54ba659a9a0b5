import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A mark that was given to one item; the newest counts, the others stay. */
@Entity('grade')
export class GradeEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ name: 'item_id', type: 'uuid' })
  itemId!: string;

  @Column({ name: 'points', type: 'double precision' })
  points!: number;

  /** Null: computed. */
  @Column({ name: 'by_account', type: 'uuid', nullable: true })
  byAccount!: string | null;

  @Column({ name: 'comment', type: 'text' })
  comment!: string;

  @Column({ name: 'at', type: 'timestamptz' })
  at!: Date;
}
