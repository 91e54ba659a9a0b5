import type { AuthoredItem } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('form_item')
export class FormItemEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'event_id', type: 'uuid' })
  eventId!: string;

  /** From 1 on, without holes. */
  @Column({ name: 'position', type: 'int' })
  position!: number;

  @Column({ name: 'item', type: 'jsonb' })
  item!: AuthoredItem;
}
