import type { EventKind, EventState, Language, Localized, Profile, ProfileName, RuleSetView } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An exam, a defence or a session that is held. */
@Entity('event')
export class EventEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id!: string;

  @Column({ name: 'institution_id', type: 'uuid' })
  institutionId!: string;

  @Column({ name: 'kind', type: 'text' })
  kind!: EventKind;

  @Column({ name: 'discipline_id', type: 'uuid' })
  disciplineId!: string;

  @Column({ name: 'title', type: 'jsonb' })
  title!: Localized;

  @Column({ name: 'language', type: 'text' })
  language!: Language;

  @Column({ name: 'opens_at', type: 'timestamptz' })
  opensAt!: Date;

  @Column({ name: 'closes_at', type: 'timestamptz' })
  closesAt!: Date;

  @Column({ name: 'duration_seconds', type: 'int' })
  durationSeconds!: number;

  @Column({ name: 'profile_name', type: 'text' })
  profileName!: ProfileName;

  @Column({ name: 'profile_reason', type: 'text' })
  profileReason!: string;

  @Column({ name: 'aids', type: 'text' })
  aids!: string;

  @Column({ name: 'rule_set_id', type: 'uuid' })
  ruleSetId!: string;

  @Column({ name: 'frozen_profile', type: 'jsonb', nullable: true })
  frozenProfile!: Profile | null;

  @Column({ name: 'frozen_rule_set', type: 'jsonb', nullable: true })
  frozenRuleSet!: RuleSetView | null;

  @Column({ name: 'state', type: 'text' })
  state!: EventState;

  @Column({ name: 'version', type: 'int' })
  version!: number;

  @Column({ name: 'created_by', type: 'uuid' })
  createdBy!: string;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
