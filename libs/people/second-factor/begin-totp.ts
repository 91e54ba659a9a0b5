import { Injectable } from '@nestjs/common';
import { generateSecret, generateURI } from 'otplib';
import { toString as toQrCode } from 'qrcode';

import { failure, success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { Database, Secrets } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { Account } from '../persistence/account.entity';

/** Draws a secret for an authenticator app; it counts only once a code of it was typed in. Refuses with `already_exists`. */
@Injectable()
export class BeginTotp {
  constructor(
    private readonly database: Database,
    private readonly secrets: Secrets,
  ) {}

  async run(actor: Actor): Promise<Outcome<{ secret: string; uri: string; qrSvg: string }>> {
    const account = await this.database.manager.findOneByOrFail(Account, { id: actor.accountId });
    if (account.totpConfirmedAt !== null) return failure({ code: 'already_exists' });
    const secret = generateSecret();
    const uri = generateURI({ issuer: 'Aigaq', label: account.login, secret });
    const qrSvg = await toQrCode(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
    await this.database.manager.query(
      'update account set totp_secret = $2 where id = $1 and totp_confirmed_at is null',
      [account.id, this.secrets.encrypt(secret)],
    );
    return success({ secret, uri, qrSvg });
  }
}
