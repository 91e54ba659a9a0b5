import type { EventRow, InputOf, Page, routes } from '@aigaq/contracts';
import type { Actor } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { overseesEvents } from './domain/event-access';

type Query = InputOf<typeof routes.listEvents>['query'];
type Line = Omit<EventRow, 'opensAt' | 'closesAt'> & { opensAt: Date; closesAt: Date; total: number };

/** The events that a person may see, the latest first; searched by title and discipline in any language. */
@Injectable()
export class ListEvents {
  constructor(private readonly database: Database) {}

  async run(actor: Actor, { page, pageSize, state, kind, search, mine }: Query): Promise<Page<EventRow>> {
    const all = overseesEvents(actor.roles) && mine !== true;
    const pattern = search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null;
    const filters = [actor.institutionId, actor.accountId, all, state ?? null, kind ?? null, pattern];
    const lines: Line[] = await this.database.manager.query(`${select} limit $7 offset $8`, [
      ...filters,
      pageSize,
      (page - 1) * pageSize,
    ]);
    // A page behind the last one has no line that could carry the total.
    const total = lines[0]?.total ?? (page === 1 ? 0 : await this.count(filters));
    return { rows: lines.map(rowOf), total, page, pageSize };
  }

  private async count(filters: readonly unknown[]): Promise<number> {
    const lines: Line[] = await this.database.manager.query(`${select} limit 1`, [...filters]);
    return lines[0]?.total ?? 0;
  }
}

const select = `
  select e.id, e.kind, e.title, e.language, e.state,
    jsonb_build_object('id', d.id, 'code', d.code, 'name', d.name) as discipline,
    e.opens_at as "opensAt", e.closes_at as "closesAt", e.duration_seconds as "durationSeconds",
    e.profile_name as profile,
    (select count(*)::int from event_candidate c where c.event_id = e.id) as candidates,
    (count(*) over ())::int as total
  from event e join discipline d on d.id = e.discipline_id
  where e.institution_id = $1
    and ($3 or e.created_by = $2 or exists (select from event_staff s where s.event_id = e.id and s.account_id = $2))
    and ($4::text is null or e.state = $4)
    and ($5::text is null or e.kind = $5)
    and ($6::text is null or concat_ws(' ', e.title->>'kk', e.title->>'ru', e.title->>'en',
         d.code, d.name->>'kk', d.name->>'ru', d.name->>'en') ilike $6)
  order by e.opens_at desc, e.id desc`;

function rowOf({ total: _, ...line }: Line): EventRow {
  return { ...line, opensAt: line.opensAt.toISOString(), closesAt: line.closesAt.toISOString() };
}
