import type { SittingClock } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import { CLOCK, Database } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { sittingClockAt } from '../domain/sitting-clock';
import { type JsonTimeFact, timeFactsColumn, timeFactsOf } from '../persistence/json-time-facts';

interface Row {
  duration_seconds: number;
  closes_at: Date;
  ended_at: Date | null;
  facts: JsonTimeFact[];
}

/** How the time of a sitting stands, in one query: every page asks each few seconds. */
@Injectable()
export class ReadClock {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(sittingId: string): Promise<SittingClock | null> {
    const [row] = await this.database.manager.query<Row[]>(
      `select s.duration_seconds, s.closes_at, s.ended_at, ${timeFactsColumn} from sitting s where s.id = $1`,
      [sittingId],
    );
    if (!row) return null;
    const plan = { durationSeconds: row.duration_seconds, closesAt: row.closes_at, endedAt: row.ended_at };
    return sittingClockAt(plan, timeFactsOf(row.facts), this.clock.now());
  }
}
