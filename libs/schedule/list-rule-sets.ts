import type { RuleSetView } from '@aigaq/contracts';
import type { Scope } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';

import { RuleSetEntity, viewOfRuleSet } from './persistence/rule-set.entity';

/** The institution's own rule sets and those that come with the product. */
@Injectable()
export class ListRuleSets {
  constructor(private readonly database: Database) {}

  async run({ institutionId }: Scope): Promise<RuleSetView[]> {
    const found = await this.database.manager.find(RuleSetEntity, {
      where: [{ institutionId }, { institutionId: IsNull() }],
      order: { validFrom: 'DESC', version: 'DESC', id: 'ASC' },
    });
    return found.map(viewOfRuleSet);
  }
}
