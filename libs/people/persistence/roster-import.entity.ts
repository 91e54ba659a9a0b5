import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { RosterRow } from '@aigaq/contracts';

@Entity('roster_import')
export class RosterImport {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'institution_id', type: 'uuid' })
  institutionId!: string;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'file_name', type: 'text' })
  fileName!: string;

  @Column({ type: 'jsonb' })
  rows!: RosterRow[];

  @Column({ type: 'text' })
  state!: 'preview' | 'applied';
}
