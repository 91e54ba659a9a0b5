import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Language } from '@aigaq/contracts';

@Entity('study_group')
export class StudyGroup {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'institution_id', type: 'uuid' })
  institutionId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  programme!: string;

  @Column({ type: 'text' })
  language!: Language;
}
