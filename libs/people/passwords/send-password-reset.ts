import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

import { type Clock, newId } from '@aigaq/kernel';
import type { Language } from '@aigaq/contracts';
import { CLOCK, Database, Mail, Outbox, type Transaction } from '@aigaq/platform';
import { textsIn } from '@aigaq/texts';

import { Account } from '../persistence/account.entity';
import { hashToken, newToken } from '../sessions/tokens';
import { PUBLIC_URL } from '../settings';

export const resetMinutes = 30;
/** More links in an hour would only fill a mailbox. */
const linksPerHour = 3;

interface Asked {
  readonly login: string;
  readonly language: Language;
}

/** Sends the link by which a forgotten password is replaced, if there is such an account with a mail address. */
@Injectable()
export class SendPasswordReset implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly mail: Mail,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  onModuleInit(): void {
    this.outbox.on('password_reset.requested', (asked) => this.run(asked));
  }

  async run(asked: Asked): Promise<void> {
    const account = await this.find(asked.login);
    if (!account || account.email === null || account.status !== 'active') return;
    const to = account.email;
    await this.database.transaction(async (transaction) => {
      const token = await this.makeToken(transaction, account.id);
      if (token === null) return;
      const t = textsIn(asked.language);
      await this.mail.queue(transaction, {
        institutionId: account.institutionId,
        to,
        language: asked.language,
        subject: t('mail.passwordReset.subject'),
        text: t('mail.passwordReset.text', {
          name: account.givenName,
          login: account.login,
          link: `${this.publicUrl}/reset-password?token=${token}`,
          minutes: resetMinutes,
        }),
      });
      await transaction.journal({
        institutionId: account.institutionId,
        actorId: null,
        action: 'account.password_reset_requested',
        subjectType: 'account',
        subjectId: account.id,
      });
    });
  }

  /** By login, or by a mail address that only one account has. */
  private async find(login: string): Promise<Account | null> {
    const found = await this.database.manager
      .createQueryBuilder(Account, 'account')
      .where('lower(account.login) = lower(:login)', { login })
      .orWhere('lower(account.email) = lower(:login)', { login })
      .limit(2)
      .getMany();
    return (
      found.find((account) => account.login.toLowerCase() === login.toLowerCase()) ??
      (found.length === 1 ? (found[0] ?? null) : null)
    );
  }

  private async makeToken(transaction: Transaction, accountId: string): Promise<string | null> {
    const now = this.clock.now();
    const hourAgo = new Date(now.getTime() - 3600 * 1000);
    const [recent] = await transaction.manager.query<{ count: number }[]>(
      'select count(*)::int as count from password_reset where account_id = $1 and created_at > $2',
      [accountId, hourAgo],
    );
    if ((recent?.count ?? 0) >= linksPerHour) return null;
    const token = newToken();
    await transaction.manager.query(
      'insert into password_reset (id, account_id, token_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)',
      [newId(), accountId, hashToken(token), now, new Date(now.getTime() + resetMinutes * 60 * 1000)],
    );
    return token;
  }
}
