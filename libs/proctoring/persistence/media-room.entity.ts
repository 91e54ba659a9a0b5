import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a room is. */
@Entity('media_room')
export class MediaRoomEntity {
  @PrimaryColumn({ type: 'text' })
  room!: string;

  @Column({ type: 'text' })
  node!: string;

  @Column({ name: 'opened_at', type: 'timestamptz', default: () => 'now()' })
  openedAt!: Date;
}
