import type { Outcome, Receipt } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { AttemptEntity } from './persistence/attempt.entity';

@Injectable()
export class MyReceipt {
  constructor(private readonly database: Database) {}

  async run({ accountId, institutionId }: Actor, sittingId: string): Promise<Outcome<Receipt>> {
    const attempt = await this.database.manager.findOneBy(AttemptEntity, { sittingId, accountId, institutionId });
    return attempt?.receipt ? success(attempt.receipt) : failure({ code: 'not_found' });
  }
}
