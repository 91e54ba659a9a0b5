import type { journalLine, Page } from '@aigaq/contracts';
import { type Actor, displayName, FindAccounts } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';

type Line = z.output<typeof journalLine>;

interface Row {
  id: string;
  at: Date;
  actor_id: string | null;
  action: string;
  subject_type: string;
  subject_id: string | null;
  data: Record<string, unknown>;
  total: string;
}

export interface JournalQuery {
  page: number;
  pageSize: number;
  /** Beginning of the action's name, such as `sitting.`. */
  action?: string | undefined;
  subjectId?: string | undefined;
}

/** The audit trail of the actor's own institution, the newest first. */
@Injectable()
export class ListJournal {
  constructor(
    private readonly database: Database,
    private readonly accounts: FindAccounts,
  ) {}

  async run(actor: Actor, { page, pageSize, action, subjectId }: JournalQuery): Promise<Page<Line>> {
    const rows: Row[] = await this.database.manager.query(
      `select id, at, actor_id, action, subject_type, subject_id, data, count(*) over () as total
       from journal
       where institution_id = $1 and ($2::text is null or starts_with(action, $2)) and ($3::uuid is null or subject_id = $3)
       order by id desc limit $4 offset $5`,
      [actor.institutionId, action ?? null, subjectId ?? null, pageSize, (page - 1) * pageSize],
    );
    const people = await this.accounts.byIds(actor, [...new Set(rows.flatMap((row) => row.actor_id ?? []))]);
    const names = new Map(people.map((person) => [person.id, displayName(person)]));
    return {
      rows: rows.map((row) => ({
        id: row.id,
        at: row.at.toISOString(),
        actor: row.actor_id === null ? null : (names.get(row.actor_id) ?? ''),
        action: row.action,
        subjectType: row.subject_type,
        subjectId: row.subject_id,
        data: row.data,
      })),
      total: Number(rows[0]?.total ?? 0),
      page,
      pageSize,
    };
  }
}
