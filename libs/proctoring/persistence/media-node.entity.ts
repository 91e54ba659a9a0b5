import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A media node that said hello. */
@Entity('media_node')
export class MediaNodeEntity {
  @PrimaryColumn({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  url!: string;

  @Column({ type: 'int' })
  workers!: number;

  @Column({ type: 'text' })
  version!: string;

  @Column({ type: 'boolean' })
  connected!: boolean;

  @Column({ name: 'seen_at', type: 'timestamptz', default: () => 'now()' })
  seenAt!: Date;

  @Column({ type: 'int', default: 0 })
  rooms!: number;

  @Column({ type: 'int', default: 0 })
  participants!: number;
}
