import { Database, Log } from '@aigaq/platform';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { API_CONFIG, type ApiConfig } from '../config';
import { SeedExams } from './seed-exams';
import { SeedPeople } from './seed-people';

const seedingLock = 726_531_843;

/** With DEMO=1: a college with people of each role, an exam that is open now and one in draft; safe to repeat. */
@Injectable()
export class SeedDemonstration implements OnApplicationBootstrap {
  constructor(
    @Inject(API_CONFIG) private readonly config: ApiConfig,
    private readonly database: Database,
    private readonly people: SeedPeople,
    private readonly exams: SeedExams,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.config.DEMO) await this.run();
  }

  /** One replica at a time: the others find everything made. */
  async run(): Promise<void> {
    await this.database.dataSource.transaction(async (manager) => {
      await manager.query('select pg_advisory_xact_lock($1)', [seedingLock]);
      await this.exams.run(await this.people.run(this.config.DATA_DIR));
    });
    this.log.info('The demonstration is ready.');
  }
}
