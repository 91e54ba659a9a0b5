import { Database } from '@aigaq/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { shippedRuleSets } from './domain/rule-sets';

/** Puts the rule sets that come with the product into the database; one that stands there is never changed. */
@Injectable()
export class ShipRuleSets implements OnModuleInit {
  constructor(private readonly database: Database) {}

  async onModuleInit(): Promise<void> {
    await this.run();
  }

  async run(): Promise<void> {
    for (const set of shippedRuleSets)
      await this.database.manager.query(
        `insert into rule_set (id, institution_id, name, version, legal_basis, "values", unverified, valid_from)
         values ($1, null, $2, $3, $4, $5, $6, $7) on conflict (id) do nothing`,
        [
          set.id,
          JSON.stringify(set.name),
          set.version,
          JSON.stringify(set.legalBasis),
          JSON.stringify(set.values),
          set.unverified,
          set.validFrom,
        ],
      );
  }
}
