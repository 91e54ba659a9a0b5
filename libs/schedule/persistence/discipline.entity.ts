import type { Localized } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('discipline')
export class DisciplineEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'institution_id', type: 'uuid' })
  institutionId!: string;

  @Column({ name: 'code', type: 'text' })
  code!: string;

  @Column({ name: 'name', type: 'jsonb' })
  name!: Localized;
}
