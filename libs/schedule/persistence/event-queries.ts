import type { EventKind, EventState, Language, Localized, Profile, ProfileName, RuleSetView } from '@aigaq/contracts';
import type { EntityManager } from 'typeorm';

import { profiles } from '../domain/profiles';
import type { EventRecord } from '../event-record';

/** An event with its discipline and rule set, as the database gives it. */
interface EventLine {
  id: string;
  institution_id: string;
  kind: EventKind;
  title: Localized;
  language: Language;
  opens_at: Date;
  closes_at: Date;
  duration_seconds: number;
  profile_name: ProfileName;
  profile_reason: string;
  aids: string;
  frozen_profile: Profile | null;
  frozen_rule_set: RuleSetView | null;
  state: EventState;
  version: number;
  created_by: string;
  discipline: { id: string; code: string; name: Localized };
  rule_set: RuleSetView;
}

const selectEvent = `
  select e.*,
    jsonb_build_object('id', d.id, 'code', d.code, 'name', d.name) as discipline,
    jsonb_build_object('id', r.id, 'name', r.name, 'version', r.version, 'legalBasis', r.legal_basis,
                       'values', r."values", 'unverified', to_jsonb(r.unverified)) as rule_set
  from event e join discipline d on d.id = e.discipline_id join rule_set r on r.id = e.rule_set_id`;

export async function readEvent(
  manager: EntityManager,
  eventId: string,
  institutionId: string | null,
): Promise<EventRecord | null> {
  const lines: EventLine[] = await manager.query(
    `${selectEvent} where e.id = $1 and ($2::uuid is null or e.institution_id = $2)`,
    [eventId, institutionId],
  );
  return lines[0] ? recordOf(lines[0]) : null;
}

/** The event's row is held until the transaction ends, so that roster, staff and state change one after another. */
export async function lockEvent(manager: EntityManager, eventId: string): Promise<void> {
  await manager.query('select 1 from event where id = $1 for update', [eventId]);
}

function recordOf(line: EventLine): EventRecord {
  return {
    id: line.id,
    institutionId: line.institution_id,
    kind: line.kind,
    title: line.title,
    discipline: line.discipline,
    language: line.language,
    opensAt: line.opens_at,
    closesAt: line.closes_at,
    durationSeconds: line.duration_seconds,
    state: line.state,
    profile: line.frozen_profile ?? profiles[line.profile_name],
    profileReason: line.profile_reason,
    ruleSet: line.frozen_rule_set ?? line.rule_set,
    aids: line.aids,
    version: line.version,
    createdBy: line.created_by,
  };
}
