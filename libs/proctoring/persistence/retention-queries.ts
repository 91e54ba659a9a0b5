import type { RuleSetValues } from '@aigaq/contracts';
import type { EntityManager } from 'typeorm';

import type { DecisionOutcome } from '../domain/decision-rules';
import { isDue } from '../domain/retention';

export interface DueSitting {
  readonly id: string;
  readonly institutionId: string;
}

interface Line {
  readonly id: string;
  readonly institution_id: string;
  readonly started_at: Date | null;
  readonly ended_at: Date | null;
  readonly closes_at: Date;
  readonly outcome: DecisionOutcome | null;
  readonly decided_at: Date | null;
  readonly values: RuleSetValues;
}

/** A sitting with its decision, if one stands, and the numbers of its event. */
const sittings = `sitting s
  join event e on e.id = s.event_id
  join rule_set r on r.id = e.rule_set_id
  cross join lateral (select coalesce(e.frozen_rule_set->'values', r."values") as "values") v
  left join decision d on d.sitting_id = s.id and d.state = 'reached'`;

const days = (name: string): string => `(v."values"->'retention'->>'${name}')::int * interval '24 hours'`;

/** `keptUntil` of the domain in SQL; null while the case is open. */
const keptUntil = `case
  when d.id is not null then coalesce(d.confirmed_at, d.proposed_at)
    + case d.outcome when 'cleared' then ${days('recordingDays')} else ${days('recordingDaysWithIncident')} end
  when s.started_at is null then coalesce(s.ended_at, s.closes_at) + ${days('recordingDays')} end`;

/** A condition over the id of a sitting: its time is over at `$1`. */
export const whereDue = (id: string): string =>
  `exists (select from ${sittings} where s.id = ${id} and ${keptUntil} <= $1)`;

/**
 * A condition: what was looked at then is remembered long enough at `$1`, and the case is not open. The first half is for
 * speed alone: what no rule set lets go of yet is not looked at one by one.
 */
export const whereAccessDue = (id: string, at: string): string =>
  `${at} <= $1::timestamptz - (select min((a."values"->'retention'->>'accessLogDays')::int) from rule_set a) * interval '24 hours'
   and exists (select from ${sittings} where s.id = ${id} and ${at} + ${days('accessLogDays')} <= $1
     and (s.started_at is null or d.id is not null))`;

/**
 * Sittings whose time is over at `now` and of which something is left, held until the transaction ends; what another
 * transaction holds is left for the next time.
 *
 * @param left a condition over `sitting s`
 * @throws Error when the query and the rule of the domain disagree: then nothing is deleted
 */
export async function holdDueSittings(
  manager: EntityManager,
  now: Date,
  left: string,
  limit: number,
): Promise<DueSitting[]> {
  const lines = await manager.query<Line[]>(
    `select s.id, s.institution_id, s.started_at, s.ended_at, s.closes_at, d.outcome,
       coalesce(d.confirmed_at, d.proposed_at) as decided_at, v."values"
     from ${sittings} where ${keptUntil} <= $1 and (${left}) order by s.id limit ${limit} for update of s skip locked`,
    [now],
  );
  for (const line of lines)
    if (!isDue(factsOf(line), line.values, now))
      throw new Error(`It is unclear how long the sitting ${line.id} is kept.`);
  return lines.map((line) => ({ id: line.id, institutionId: line.institution_id }));
}

function factsOf(line: Line) {
  const decision =
    line.outcome === null || line.decided_at === null ? null : { outcome: line.outcome, at: line.decided_at };
  return { startedAt: line.started_at, endedAt: line.ended_at, closesAt: line.closes_at, decision };
}
