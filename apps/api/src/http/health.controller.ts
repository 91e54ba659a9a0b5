import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';

import { Log, OBJECT_STORE, type ObjectStore } from '@aigaq/platform';

import { Unlisted } from './handle';

type Check = 'ok' | 'failed';

/** What balancers and the set-up ask: does the process run, and can it do its work. */
@Controller('health')
export class HealthController {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly log: Log,
  ) {}

  @Get('live')
  @Unlisted('says only that the process answers')
  live(@Res() response: Response): void {
    response.setHeader('Cache-Control', 'no-store');
    response.json({ status: 'live' });
  }

  @Get('ready')
  @Unlisted('says only which part cannot be used')
  async ready(@Res() response: Response): Promise<void> {
    const checks = {
      database: await this.check('database', () => this.dataSource.query('select 1')),
      migrations: await this.check('migrations', () => this.assertMigrated()),
      store: await this.check('store', () => this.store.check()),
    };
    const ready = Object.values(checks).every((check) => check === 'ok');
    response.setHeader('Cache-Control', 'no-store');
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not_ready', checks });
  }

  private async assertMigrated(): Promise<void> {
    if (await this.dataSource.showMigrations()) throw new Error('The database is older than this program.');
  }

  private async check(name: string, run: () => Promise<unknown>): Promise<Check> {
    try {
      await run();
      return 'ok';
    } catch (error) {
      this.log.warn('A part is not ready.', {
        part: name,
        reason: error instanceof Error ? error.message : String(error),
      });
      return 'failed';
    }
  }
}
