import type { FlagCode, IdentityState, MySitting, Profile, RuleSetValues, SittingState } from '@aigaq/contracts';
import type { EventRecord } from '@aigaq/schedule';
import type { EntityManager } from 'typeorm';

import { admissionFrom } from '../domain/admission';
import { recordingUntil } from '../domain/retention';
import { sittingClockAt } from '../domain/sitting-clock';
import { type JsonTimeFact, timeFactsColumn, timeFactsOf } from './json-time-facts';

export interface MySittingRow {
  id: string;
  event_id: string;
  state: SittingState;
  profile: Profile;
  silenced_detectors: FlagCode[];
  duration_seconds: number;
  closes_at: Date;
  ended_at: Date | null;
  reason: string;
  device_checked_at: Date | null;
  rehearsed_at: Date | null;
  facts: JsonTimeFact[];
  consented_at: Date | null;
  identity_state: IdentityState | null;
  identity_reason: string | null;
  requested_at: Date | null;
  request_reason: string | null;
  answered_at: Date | null;
  granted: boolean | null;
  answer: string | null;
  decided_at: Date | null;
  outcome: string | null;
}

const mySittingQuery = `
  select s.id, s.event_id, s.state, s.profile, s.silenced_detectors, s.duration_seconds, s.closes_at, s.ended_at, s.reason,
    s.device_checked_at, s.rehearsed_at, ${timeFactsColumn},
    case when s.state <> 'invited' then (select max(c.given_at) from consent c where c.sitting_id = s.id) end as consented_at,
    i.state as identity_state, i.reason as identity_reason,
    r.requested_at, r.reason as request_reason, r.answered_at, r.granted, r.answer,
    coalesce(d.confirmed_at, d.proposed_at) as decided_at, d.outcome
  from sitting s
  left join lateral (select c.state, c.reason from identity_check c where c.sitting_id = s.id and c.state <> 'unshown'
                     order by c.requested_at desc, c.id desc limit 1) i on true
  left join alternative_request r on r.sitting_id = s.id
  left join decision d on d.sitting_id = s.id and d.state = 'reached'`;

/** The sittings of one person, or one of them; the latest first. */
export function readSittingsOf(
  manager: EntityManager,
  who: { institutionId: string; accountId: string },
  sittingId: string | null = null,
): Promise<MySittingRow[]> {
  return manager.query<MySittingRow[]>(
    `${mySittingQuery} where s.account_id = $1 and s.institution_id = $2 and ($3::uuid is null or s.id = $3)
     order by s.closes_at desc, s.id`,
    [who.accountId, who.institutionId, sittingId],
  );
}

export async function readMySitting(manager: EntityManager, sittingId: string): Promise<MySittingRow | null> {
  const rows = await manager.query<MySittingRow[]>(`${mySittingQuery} where s.id = $1`, [sittingId]);
  return rows[0] ?? null;
}

export function mySittingOf(
  row: MySittingRow,
  event: EventRecord,
  work: { items: number; receiptNumber: string | null },
  now: Date,
): MySitting {
  const plan = { durationSeconds: row.duration_seconds, closesAt: row.closes_at, endedAt: row.ended_at };
  return {
    id: row.id,
    event: eventOf(event, work.items),
    state: row.state,
    profile: row.profile,
    silencedDetectors: row.silenced_detectors,
    clock: sittingClockAt(plan, timeFactsOf(row.facts), now),
    consentedAt: row.consented_at?.toISOString() ?? null,
    deviceCheckedAt: row.device_checked_at?.toISOString() ?? null,
    rehearsedAt: row.rehearsed_at?.toISOString() ?? null,
    identity: { state: row.identity_state ?? 'none', reason: row.identity_reason ?? '' },
    alternative: alternativeOf(row),
    reason: row.reason,
    receiptNumber: work.receiptNumber,
    recordingUntil: untilOf(row, event.ruleSet.values)?.toISOString() ?? null,
  };
}

function eventOf(event: EventRecord, items: number): MySitting['event'] {
  return {
    id: event.id,
    kind: event.kind,
    title: event.title,
    discipline: event.discipline.name,
    language: event.language,
    opensAt: event.opensAt.toISOString(),
    closesAt: event.closesAt.toISOString(),
    admissionFrom: admissionFrom(event.opensAt, event.ruleSet.values).toISOString(),
    durationSeconds: event.durationSeconds,
    aids: event.aids,
    items,
  };
}

function alternativeOf(row: MySittingRow): MySitting['alternative'] {
  if (row.requested_at === null) return null;
  return {
    requestedAt: row.requested_at.toISOString(),
    reason: row.request_reason ?? '',
    answeredAt: row.answered_at?.toISOString() ?? null,
    granted: row.granted,
    answer: row.answer ?? '',
  };
}

function untilOf(row: MySittingRow, values: RuleSetValues): Date | null {
  if (row.profile.records.length === 0 || row.decided_at === null) return null;
  return recordingUntil(row.decided_at, row.outcome === 'cleared' ? 'nothing_found' : 'incident', values);
}
