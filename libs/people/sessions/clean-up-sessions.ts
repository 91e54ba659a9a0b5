import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';

import type { Clock } from '@aigaq/kernel';
import { CLOCK, Database, Jobs } from '@aigaq/platform';

import { idleMilliseconds } from '../domain/session-rules';

const hourMilliseconds = 3600 * 1000;
const yearMilliseconds = 365 * 24 * hourMilliseconds;

/** Deletes what is over: sessions, links for forgotten passwords, and devices that were not seen for a year. */
@Injectable()
export class CleanUpSessions implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every('clean-up-sessions', hourMilliseconds, () => this.run());
  }

  async run(): Promise<void> {
    const now = this.clock.now();
    const { manager } = this.database;
    const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
    await manager.query('delete from account_session where expires_at <= $1 or last_seen_at < $2', [
      now,
      ago(idleMilliseconds),
    ]);
    await manager.query('delete from password_reset where expires_at < $1', [ago(24 * hourMilliseconds)]);
    await manager.query('delete from known_device where created_at < $1', [ago(yearMilliseconds)]);
  }
}
