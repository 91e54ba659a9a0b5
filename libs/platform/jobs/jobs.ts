import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Log } from '../log/log';

interface Job {
  timer: NodeJS.Timeout;
  running: Promise<void> | undefined;
}

/** Work that comes round: one replica at a time does it, and never twice at once. */
@Injectable()
export class Jobs implements OnApplicationShutdown {
  private readonly jobs: Job[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly log: Log,
  ) {}

  /** A run that fails is logged and tried again at the next round. */
  every(name: string, milliseconds: number, run: () => Promise<void>): void {
    const job: Job = { timer: setInterval(() => tick(), milliseconds), running: undefined };
    const tick = (): void => {
      job.running ??= this.once(name, run).finally(() => {
        job.running = undefined;
      });
    };
    this.jobs.push(job);
  }

  async onApplicationShutdown(): Promise<void> {
    for (const job of this.jobs) clearInterval(job.timer);
    for (const job of this.jobs) await job.running;
  }

  private async once(name: string, run: () => Promise<void>): Promise<void> {
    try {
      await this.dataSource.transaction(async (manager) => {
        const rows: { locked: boolean }[] = await manager.query(
          'select pg_try_advisory_xact_lock(hashtext($1)) as locked',
          [`job:${name}`],
        );
        if (rows[0]?.locked) await run();
      });
    } catch (error) {
      this.log.error(`The job ${name} failed.`, error);
    }
  }
}
