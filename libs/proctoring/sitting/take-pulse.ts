import type { ConnectionState, SittingClock } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import { CLOCK, Database } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { sittingClockAt } from '../domain/sitting-clock';
import { type JsonTimeFact, timeFactsColumn, timeFactsOf } from '../persistence/json-time-facts';

interface Row {
  duration_seconds: number;
  closes_at: Date;
  ended_at: Date | null;
  connection: ConnectionState;
  device_id: string | null;
  facts: JsonTimeFact[];
}

export interface Pulse {
  readonly clock: SittingClock;
  readonly connection: ConnectionState;
  /** The browser that holds the sitting. */
  readonly deviceId: string | null;
}

/** How the time and the line of a sitting stand, in one query: every page asks each few seconds. */
@Injectable()
export class TakePulse {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(sittingId: string): Promise<Pulse | null> {
    const [row] = await this.database.manager.query<Row[]>(
      `select s.duration_seconds, s.closes_at, s.ended_at, s.connection, s.device_id, ${timeFactsColumn} from sitting s where s.id = $1`,
      [sittingId],
    );
    if (!row) return null;
    const plan = { durationSeconds: row.duration_seconds, closesAt: row.closes_at, endedAt: row.ended_at };
    const clock = sittingClockAt(plan, timeFactsOf(row.facts), this.clock.now());
    return { clock, connection: row.connection, deviceId: row.device_id };
  }
}
