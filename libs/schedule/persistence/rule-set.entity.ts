import type { Localized, RuleSetValues, RuleSetView } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The numbers that events run under; without an institution: shipped with the product. */
@Entity('rule_set')
export class RuleSetEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'institution_id', type: 'uuid', nullable: true })
  institutionId!: string | null;

  @Column({ name: 'name', type: 'jsonb' })
  name!: Localized;

  @Column({ name: 'version', type: 'int' })
  version!: number;

  @Column({ name: 'legal_basis', type: 'jsonb' })
  legalBasis!: Localized;

  @Column({ name: 'values', type: 'jsonb' })
  values!: RuleSetValues;

  @Column({ name: 'unverified', type: 'text', array: true })
  unverified!: string[];

  @Column({ name: 'valid_from', type: 'date' })
  validFrom!: string;
}

export function viewOfRuleSet(row: RuleSetEntity): RuleSetView {
  const { id, name, version, legalBasis, values, unverified } = row;
  return { id, name, version, legalBasis, values, unverified };
}
