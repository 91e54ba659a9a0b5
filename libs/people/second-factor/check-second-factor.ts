import { Inject, Injectable } from '@nestjs/common';
import { verifySync } from 'otplib';

import { failure, success, type Clock } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { CLOCK, Secrets, type Transaction } from '@aigaq/platform';

import { plainRecoveryCode } from '../domain/first-password';
import type { Account } from '../persistence/account.entity';
import { hashToken } from '../sessions/tokens';

const periodSeconds = 30;
/** A phone's clock may be one period off. */
const toleranceSeconds = 30;

/** Takes a code of the authenticator or a recovery code, each once. Refuses with `wrong_code`. */
@Injectable()
export class CheckSecondFactor {
  constructor(
    private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(
    transaction: Transaction,
    account: Pick<Account, 'id' | 'institutionId' | 'totpSecret'>,
    code: string,
  ): Promise<Outcome<void>> {
    if (account.totpSecret === null) return failure({ code: 'wrong_code' });
    const digits = code.replace(/\s/g, '');
    if (/^\d{6}$/.test(digits)) return this.takeCode(transaction, account.id, account.totpSecret, digits);
    return this.takeRecoveryCode(transaction, account, code);
  }

  /** By compare-and-set on the period's number: a code that was seen over a shoulder is of no use. */
  private async takeCode(
    transaction: Transaction,
    accountId: string,
    sealed: string,
    code: string,
  ): Promise<Outcome<void>> {
    const epoch = Math.floor(this.clock.now().getTime() / 1000);
    const result = verifySync({
      secret: this.secrets.decrypt(sealed),
      token: code,
      epoch,
      period: periodSeconds,
      epochTolerance: toleranceSeconds,
    });
    if (!result.valid || !('epoch' in result)) return failure({ code: 'wrong_code' });
    const step = Math.floor(result.epoch / periodSeconds);
    const taken: unknown = await transaction.manager.query(
      'update account set totp_last_step = $2 where id = $1 and (totp_last_step is null or totp_last_step < $2) returning id',
      [accountId, step],
    );
    return (taken as [unknown[], number])[1] === 1 ? success(undefined) : failure({ code: 'wrong_code' });
  }

  private async takeRecoveryCode(
    transaction: Transaction,
    account: Pick<Account, 'id' | 'institutionId'>,
    code: string,
  ): Promise<Outcome<void>> {
    const taken: unknown = await transaction.manager.query(
      `update account set recovery_code_hashes = array_remove(recovery_code_hashes, $2)
       where id = $1 and $2 = any(recovery_code_hashes) returning cardinality(recovery_code_hashes) as left`,
      [account.id, hashToken(plainRecoveryCode(code))],
    );
    const [row] = (taken as [{ left: number }[], number])[0];
    if (!row) return failure({ code: 'wrong_code' });
    await transaction.journal({
      institutionId: account.institutionId,
      actorId: account.id,
      action: 'account.recovery_code_used',
      subjectType: 'account',
      subjectId: account.id,
      data: { left: row.left },
    });
    return success(undefined);
  }
}
