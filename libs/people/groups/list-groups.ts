import { Injectable } from '@nestjs/common';

import { success } from '@aigaq/kernel';
import type { Language, Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Scope } from '../domain/actor';

export interface GroupView {
  id: string;
  name: string;
  programme: string;
  language: Language;
  members: number;
}

/** The study groups by name. */
@Injectable()
export class ListGroups {
  constructor(private readonly database: Database) {}

  async run(scope: Scope): Promise<Outcome<GroupView[]>> {
    return success(
      await this.database.manager.query<GroupView[]>(
        `select g.id, g.name, g.programme, g.language,
           (select count(*)::int from group_member m where m.group_id = g.id) as members
         from study_group g where g.institution_id = $1 order by g.name`,
        [scope.institutionId],
      ),
    );
  }
}
