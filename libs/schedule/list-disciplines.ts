import type { AnswerOf, routes } from '@aigaq/contracts';
import type { Scope } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { DisciplineEntity } from './persistence/discipline.entity';

@Injectable()
export class ListDisciplines {
  constructor(private readonly database: Database) {}

  async run({ institutionId }: Scope): Promise<AnswerOf<typeof routes.listDisciplines>> {
    const found = await this.database.manager.find(DisciplineEntity, {
      where: { institutionId },
      order: { code: 'ASC' },
    });
    return found.map(({ id, code, name }) => ({ id, code, name }));
  }
}
