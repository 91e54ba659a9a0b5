import type { AnswerOf, InputOf, Outcome, routes } from '@aigaq/contracts';
import { failure, newId, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

@Injectable()
export class CreateDiscipline {
  constructor(private readonly database: Database) {}

  async run(
    actor: Actor,
    { code, name }: InputOf<typeof routes.createDiscipline>['body'],
  ): Promise<Outcome<AnswerOf<typeof routes.createDiscipline>>> {
    return this.database.transaction(async (tx) => {
      const id = newId();
      const inserted: unknown[] = await tx.manager.query(
        `insert into discipline (id, institution_id, code, name) values ($1, $2, $3, $4)
         on conflict (institution_id, code) do nothing returning id`,
        [id, actor.institutionId, code, JSON.stringify(name)],
      );
      if (inserted.length === 0) return failure({ code: 'already_exists', field: 'code' });
      await tx.journal({
        institutionId: actor.institutionId,
        actorId: actor.accountId,
        action: 'discipline.created',
        subjectType: 'discipline',
        subjectId: id,
        data: { code },
      });
      return success({ id, code, name });
    });
  }
}
