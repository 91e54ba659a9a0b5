import { Database } from '@aigaq/platform';
import { runningStates } from '@aigaq/proctoring';
import type { EventBusy } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';

/** Tells the schedule what goes on in the rooms of an event. */
@Injectable()
export class EventRooms implements EventBusy {
  constructor(private readonly database: Database) {}

  async runningCandidates(eventId: string): Promise<string[]> {
    const lines: { id: string }[] = await this.database.manager.query(
      'select account_id as id from sitting where event_id = $1 and state = any($2)',
      [eventId, runningStates],
    );
    return lines.map((line) => line.id);
  }

  async hasBegun(eventId: string, accountId: string): Promise<boolean> {
    const lines: unknown[] = await this.database.manager.query(
      'select 1 from sitting where event_id = $1 and account_id = $2 and started_at is not null',
      [eventId, accountId],
    );
    return lines.length > 0;
  }
}
