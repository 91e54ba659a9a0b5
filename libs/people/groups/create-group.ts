import { Injectable } from '@nestjs/common';

import { failure, newId, success } from '@aigaq/kernel';
import type { Language, Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import type { GroupView } from './list-groups';

/** Makes an empty study group. Refuses with `already_exists`. */
@Injectable()
export class CreateGroup {
  constructor(private readonly database: Database) {}

  async run(
    actor: Actor,
    fields: { name: string; programme: string; language: Language },
  ): Promise<Outcome<GroupView>> {
    return this.database.transaction(async (transaction) => {
      const id = newId<'group'>();
      const rows = await transaction.manager.query<unknown[]>(
        `insert into study_group (id, institution_id, name, programme, language) values ($1, $2, $3, $4, $5)
         on conflict do nothing returning id`,
        [id, actor.institutionId, fields.name, fields.programme, fields.language],
      );
      if (rows.length === 0) return failure({ code: 'already_exists', field: 'name' });
      await transaction.journal({
        institutionId: actor.institutionId,
        actorId: actor.accountId,
        action: 'group.created',
        subjectType: 'group',
        subjectId: id,
      });
      return success({ id, ...fields, members: 0 });
    });
  }
}
