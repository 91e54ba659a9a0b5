import { Injectable, type OnModuleInit } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { DataSource, type EntityManager } from 'typeorm';

import { newId } from '@aigaq/kernel';
import type { Language } from '@aigaq/contracts';

import type { Transaction } from '../database/database';
import { Jobs } from '../jobs/jobs';
import { Log } from '../log/log';

export interface MailSettings {
  /** `smtp://user:password@host:587`; without it mails stay in the database, where a demonstration shows them. */
  url: string | undefined;
  from: string;
}

export interface Letter {
  institutionId: string | null;
  to: string;
  language: Language;
  subject: string;
  text: string;
}

interface Waiting {
  id: string;
  to_address: string;
  subject: string;
  text: string;
  attempts: number;
}

const sweepMilliseconds = 2000;
const attemptsAtMost = 8;

/** Mails are written down with the deed that caused them and sent afterwards, again and again until one goes through. */
@Injectable()
export class Mail implements OnModuleInit {
  private readonly transport: Transporter | undefined;

  constructor(
    private readonly settings: MailSettings,
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {
    this.transport = settings.url === undefined ? undefined : createTransport(settings.url);
  }

  onModuleInit(): void {
    if (this.transport) this.jobs.every('mail', sweepMilliseconds, () => this.sendWaiting());
  }

  async queue(transaction: Transaction, letter: Letter): Promise<void> {
    await transaction.manager.query(
      'insert into mail (id, institution_id, to_address, language, subject, text) values ($1, $2, $3, $4, $5, $6)',
      [newId(), letter.institutionId, letter.to, letter.language, letter.subject, letter.text],
    );
  }

  private async sendWaiting(): Promise<void> {
    const { manager } = this.dataSource;
    const waiting: Waiting[] = await manager.query(
      `select id, to_address, subject, text, attempts from mail
       where sent_at is null and next_attempt_at <= now() and attempts < $1 order by created_at limit 50`,
      [attemptsAtMost],
    );
    for (const mail of waiting) await this.send(manager, mail);
  }

  private async send(manager: EntityManager, mail: Waiting): Promise<void> {
    try {
      await this.transport?.sendMail({
        from: this.settings.from,
        to: mail.to_address,
        subject: mail.subject,
        text: mail.text,
      });
      await manager.query('update mail set sent_at = now(), attempts = attempts + 1 where id = $1', [mail.id]);
    } catch (error) {
      this.log.warn('A mail could not be sent.', { mail: mail.id, attempts: mail.attempts + 1 });
      await manager.query(
        `update mail set attempts = attempts + 1, last_error = $2, next_attempt_at = now() + interval '1 minute' * power(2, attempts) where id = $1`,
        [mail.id, error instanceof Error ? error.message : String(error)],
      );
    }
  }
}
