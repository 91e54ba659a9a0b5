import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { systemClock } from '@aigaq/kernel';

import { CLOCK } from './clock';
import { Database } from './database/database';
import { type DatabaseSettings, openDatabase } from './database/open-database';
import { Jobs } from './jobs/jobs';
import { type Allowance, ALLOWANCES, defaultAllowances, Limits } from './limits/limits';
import { Log } from './log/log';
import { Mail, type MailSettings } from './mail/mail';
import { Outbox } from './outbox/outbox';
import { OutboxSignal } from './outbox/outbox-signal';
import { Secrets } from './secrets/secrets';
import { OBJECT_STORE, type ObjectStore } from './store/object-store';
import { SignedLinks } from './store/signed-links';

export interface PlatformSettings {
  database: DatabaseSettings;
  store: ObjectStore;
  /** At least 32 characters; everything that is signed or sealed depends on it. */
  secret: string;
  mail: MailSettings;
  /** Overrides of the default allowances. */
  allowances?: Readonly<Record<string, Allowance>>;
}

const shared = [
  Database,
  DataSource,
  Outbox,
  OutboxSignal,
  OBJECT_STORE,
  SignedLinks,
  Limits,
  Mail,
  Jobs,
  CLOCK,
  Log,
  Secrets,
];

/** What every library stands on; ignorant of exams. */
@Global()
@Module({})
export class PlatformModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static forRoot(settings: PlatformSettings): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: DataSource, useFactory: () => openDatabase(settings.database) },
        { provide: OBJECT_STORE, useValue: settings.store },
        { provide: Secrets, useFactory: () => new Secrets(settings.secret) },
        { provide: CLOCK, useValue: systemClock },
        { provide: ALLOWANCES, useValue: { ...defaultAllowances, ...settings.allowances } },
        {
          provide: Mail,
          inject: [DataSource, Jobs, Log],
          useFactory: (dataSource: DataSource, jobs: Jobs, log: Log) => new Mail(settings.mail, dataSource, jobs, log),
        },
        Database,
        Outbox,
        OutboxSignal,
        SignedLinks,
        Limits,
        Jobs,
        Log,
      ],
      exports: shared,
    };
  }

  /** The last to go: jobs and outbox have finished before. */
  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }
}
