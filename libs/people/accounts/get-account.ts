import { Injectable } from '@nestjs/common';

import { failure, success } from '@aigaq/kernel';
import type { AccountView, Outcome } from '@aigaq/contracts';

import type { Scope } from '../domain/actor';
import { FindAccounts } from './find-accounts';

/** One account. Refuses with `not_found`, for another institution's too. */
@Injectable()
export class GetAccount {
  constructor(private readonly findAccounts: FindAccounts) {}

  async run(scope: Scope, id: string): Promise<Outcome<AccountView>> {
    const [account] = await this.findAccounts.byIds(scope, [id]);
    return account ? success(account) : failure({ code: 'not_found' });
  }
}
