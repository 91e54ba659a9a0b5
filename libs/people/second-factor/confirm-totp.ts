import { randomInt } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';

import { failure, success, type Clock } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { CLOCK, Database } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { plainRecoveryCode, recoveryCode } from '../domain/first-password';
import { secondFactorRule } from '../domain/throttle';
import { Account } from '../persistence/account.entity';
import { hashToken } from '../sessions/tokens';
import { GuessCounter } from '../sign-in/guess-counter';
import { CheckSecondFactor } from './check-second-factor';

const recoveryCodeCount = 10;

/** Turns the second factor on with the first code; answers the recovery codes, shown this once. */
@Injectable()
export class ConfirmTotp {
  constructor(
    private readonly database: Database,
    private readonly check: CheckSecondFactor,
    private readonly counter: GuessCounter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(actor: Actor, code: string): Promise<Outcome<{ recoveryCodes: string[] }>> {
    const side = { key: `second factor ${actor.accountId}`, rule: secondFactorRule };
    const taken = this.counter.take([side]);
    if (!taken.ok) return taken;
    const recoveryCodes = Array.from({ length: recoveryCodeCount }, () => recoveryCode((limit) => randomInt(limit)));
    const outcome = await this.database.transaction<Outcome<{ recoveryCodes: string[] }>>(async (transaction) => {
      const account = await transaction.manager.findOneByOrFail(Account, { id: actor.accountId });
      if (account.totpConfirmedAt !== null || account.totpSecret === null)
        return failure({ code: 'not_in_this_state' });
      const accepted = await this.check.run(transaction, account, code);
      if (!accepted.ok) return failure({ code: 'wrong_code', field: 'code' });
      await transaction.manager.update(
        Account,
        { id: account.id },
        {
          totpConfirmedAt: this.clock.now(),
          recoveryCodeHashes: recoveryCodes.map((recovery) => hashToken(plainRecoveryCode(recovery))),
        },
      );
      await transaction.journal({
        institutionId: account.institutionId,
        actorId: account.id,
        action: 'account.second_factor_added',
        subjectType: 'account',
        subjectId: account.id,
      });
      return success({ recoveryCodes });
    });
    if (outcome.ok) this.counter.forgive([side]);
    return outcome;
  }
}
