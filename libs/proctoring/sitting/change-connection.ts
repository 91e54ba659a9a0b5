import type { Clock } from '@aigaq/kernel';
import { CLOCK, Database } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { publishChanged } from '../persistence/sitting-queries';

/** Notes what became of the line to the browser that holds a sitting. */
@Injectable()
export class ChangeConnection {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The last socket of a browser is gone. Of a browser that does not hold the sitting any more nothing is noted. */
  async lost(sittingId: string, deviceId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const [rows]: [{ id: string; event_id: string; institution_id: string }[], number] = await tx.manager.query(
        `update sitting set connection = 'lost', connection_since = $3, seen_at = $3
         where id = $1 and device_id = $2 and connection = 'online' returning id, event_id, institution_id`,
        [sittingId, deviceId, this.clock.now()],
      );
      for (const row of rows)
        await publishChanged(tx, { id: row.id, eventId: row.event_id, institutionId: row.institution_id });
    });
  }

  /** Sittings whose socket stands now: what a later loss is counted from if this server dies. */
  async stillHere(sittingIds: readonly string[]): Promise<void> {
    if (sittingIds.length === 0) return;
    await this.database.manager.query(`update sitting set seen_at = $2 where id = any($1) and connection = 'online'`, [
      sittingIds,
      this.clock.now(),
    ]);
  }
}
