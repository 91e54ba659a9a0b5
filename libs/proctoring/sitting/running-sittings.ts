import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { runningStates } from '../domain/sitting-lifecycle';

/** What the schedule asks before it closes an event or changes its roster; bound to its port by the application. */
@Injectable()
export class RunningSittings {
  constructor(private readonly database: Database) {}

  /** Accounts whose sitting of the event runs now. */
  async runningCandidates(eventId: string): Promise<readonly string[]> {
    const rows: { account_id: string }[] = await this.database.manager.query(
      'select account_id from sitting where event_id = $1 and state = any($2)',
      [eventId, runningStates],
    );
    return rows.map((row) => row.account_id);
  }

  /** Whether the person's sitting has begun: what was sat is evidence and stays. */
  async hasBegun(eventId: string, accountId: string): Promise<boolean> {
    const rows: unknown[] = await this.database.manager.query(
      'select from sitting where event_id = $1 and account_id = $2 and started_at is not null',
      [eventId, accountId],
    );
    return rows.length > 0;
  }
}
