import type { ConnectionState, IdentityState, SittingRow, SittingState, Source } from '@aigaq/contracts';
import { displayName } from '@aigaq/people';
import type { EntityManager } from 'typeorm';

import { sittingClockAt } from '../domain/sitting-clock';
import { type JsonTimeFact, timeFactsColumn, timeFactsOf } from './json-time-facts';

interface Row {
  id: string;
  account_id: string;
  family_name: string;
  given_name: string;
  patronymic: string | null;
  group_name: string | null;
  state: SittingState;
  connection: ConnectionState;
  connection_since: Date | null;
  duration_seconds: number;
  closes_at: Date;
  ended_at: Date | null;
  facts: JsonTimeFact[];
  identity: IdentityState;
  flags: number;
  open_flags: number;
  unread: number;
  alternative_requested: boolean;
  publishing: Source[];
  decision: SittingRow['decision'];
  total: number;
}

export interface RowsWanted {
  readonly institutionId: string;
  readonly eventId?: string;
  readonly sittingId?: string;
  /** A part of the name or of the login. */
  readonly search?: string | undefined;
  /** Only sittings that wait for somebody's decision. */
  readonly needsReview?: boolean | undefined;
  readonly limit?: number;
  readonly offset?: number;
}

/** Sums per sitting are taken once for the whole event, not once for each of its rows. */
const rowsQuery = `
  with wanted as (
    select s.*, a.family_name, a.given_name, a.patronymic, count(*) over () as total
    from sitting s join account a on a.id = s.account_id
    where s.institution_id = $1 and ($2::uuid is null or s.event_id = $2) and ($3::uuid is null or s.id = $3)
      and ($4::text is null or concat_ws(' ', a.family_name, a.given_name, a.patronymic, a.login) ilike $4)
      and (not $5 or s.state in ('ended', 'in_review')
           or (s.state in ('invited', 'checking', 'waiting', 'identifying', 'ready') and s.closes_at < $6))
    order by a.family_name, a.given_name, s.id
    limit $7 offset $8
  )
  select s.id, s.account_id, s.family_name, s.given_name, s.patronymic, s.state, s.connection, s.connection_since,
    s.duration_seconds, s.closes_at, s.ended_at, s.total::int, ${timeFactsColumn},
    (select g.name from group_member m join study_group g on g.id = m.group_id
     where m.account_id = s.account_id order by g.name limit 1) as group_name,
    coalesce((select c.state from identity_check c where c.sitting_id = s.id and c.state <> 'unshown'
              order by c.requested_at desc, c.id desc limit 1), 'none') as identity,
    coalesce(f.flags, 0) as flags, coalesce(f.open_flags, 0) as open_flags, coalesce(m.unread, 0) as unread,
    exists (select from alternative_request r where r.sitting_id = s.id and r.answered_at is null) as alternative_requested,
    coalesce(t.publishing, '{}') as publishing,
    (select jsonb_build_object('outcome', d.outcome, 'state', d.state) from decision d
     where d.sitting_id = s.id and d.state <> 'rejected' limit 1) as decision
  from wanted s
  left join (
    select sitting_id, count(*)::int as flags, (count(*) filter (where state = 'raised' and severity > 0))::int as open_flags
    from flag where sitting_id in (select id from wanted) group by sitting_id
  ) f on f.sitting_id = s.id
  left join (
    select sitting_id, count(*)::int as unread from message
    where sitting_id in (select id from wanted) and sender = 'candidate' and read_at is null group by sitting_id
  ) m on m.sitting_id = s.id
  left join (
    select sitting_id, array_agg(distinct source order by source) as publishing from recording_track
    where sitting_id in (select id from wanted) and ended_at is null group by sitting_id
  ) t on t.sitting_id = s.id
  order by s.family_name, s.given_name, s.id`;

/** Rows of a proctor's wall or of an event's list, by name, in one query however many they are. */
export async function readSittingRows(
  manager: EntityManager,
  wanted: RowsWanted,
  now: Date,
): Promise<{ rows: SittingRow[]; total: number }> {
  const found: Row[] = await manager.query(rowsQuery, [
    wanted.institutionId,
    wanted.eventId ?? null,
    wanted.sittingId ?? null,
    wanted.search === undefined || wanted.search === '' ? null : `%${wanted.search.replace(/[\\%_]/g, '\\$&')}%`,
    wanted.needsReview ?? false,
    now,
    wanted.limit ?? null,
    wanted.offset ?? 0,
  ]);
  return { rows: found.map((row) => rowOf(row, now)), total: found[0]?.total ?? 0 };
}

function rowOf(row: Row, now: Date): SittingRow {
  const plan = { durationSeconds: row.duration_seconds, closesAt: row.closes_at, endedAt: row.ended_at };
  return {
    id: row.id,
    accountId: row.account_id,
    name: displayName({ familyName: row.family_name, givenName: row.given_name, patronymic: row.patronymic }),
    group: row.group_name,
    state: row.state,
    connection: row.connection,
    connectionSince: row.connection_since?.toISOString() ?? null,
    clock: sittingClockAt(plan, timeFactsOf(row.facts), now),
    identity: row.identity,
    openFlags: row.open_flags,
    flags: row.flags,
    unreadMessages: row.unread,
    alternativeRequested: row.alternative_requested,
    publishing: row.publishing,
    decision: row.decision,
  };
}
