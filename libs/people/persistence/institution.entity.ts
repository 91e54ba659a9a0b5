import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { Language, Localized, Role } from '@aigaq/contracts';

@Entity('institution')
export class Institution {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  code!: string;

  @Column({ type: 'jsonb' })
  name!: Localized;

  @Column({ type: 'text' })
  kind!: 'college' | 'university';

  @Column({ name: 'time_zone', type: 'text' })
  timeZone!: string;

  @Column({ name: 'default_language', type: 'text' })
  defaultLanguage!: Language;

  /** Roles whose holders must set up a second factor. */
  @Column({ name: 'second_factor_roles', type: 'text', array: true })
  secondFactorRoles!: Role[];

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
