import { Injectable } from '@nestjs/common';

import { success } from '@aigaq/kernel';
import type { Outcome, Page } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Scope } from '../domain/actor';

export interface MailView {
  id: string;
  to: string;
  subject: string;
  text: string;
  createdAt: string;
  sentAt: string | null;
}

/** The mails of an institution, newest first: for a demonstration, where nothing is sent. */
@Injectable()
export class ListMails {
  constructor(private readonly database: Database) {}

  async run(scope: Scope, { page, pageSize }: { page: number; pageSize: number }): Promise<Outcome<Page<MailView>>> {
    const { manager } = this.database;
    const [counted] = await manager.query<{ total: number }[]>(
      'select count(*)::int as total from mail where institution_id = $1',
      [scope.institutionId],
    );
    const rows = await manager.query<
      { id: string; to: string; subject: string; text: string; created_at: Date; sent_at: Date | null }[]
    >(
      `select id, to_address as "to", subject, text, created_at, sent_at from mail where institution_id = $1
       order by created_at desc, id desc limit $2 offset $3`,
      [scope.institutionId, pageSize, (page - 1) * pageSize],
    );
    const views = rows.map(({ created_at, sent_at, ...mail }) => ({
      ...mail,
      createdAt: created_at.toISOString(),
      sentAt: sent_at?.toISOString() ?? null,
    }));
    return success({ rows: views, total: counted?.total ?? 0, page, pageSize });
  }
}
