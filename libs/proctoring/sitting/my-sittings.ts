import type { MySitting, Outcome } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import type { Scope } from '@aigaq/people';
import { CLOCK, Database } from '@aigaq/platform';
import { FindEvent } from '@aigaq/schedule';
import { Inject, Injectable } from '@nestjs/common';

import { type MySittingRow, mySittingOf, readMySitting, readSittingsOf } from '../persistence/my-sitting-query';
import { SITTING_WORK, type SittingWork } from '../sitting-work';

/** Whose sitting it is. */
export interface Owner extends Scope {
  readonly accountId: string;
}

/** Sittings as the person who sits sees them. */
@Injectable()
export class MySittings {
  constructor(
    private readonly database: Database,
    private readonly findEvent: FindEvent,
    @Inject(SITTING_WORK) private readonly work: SittingWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** All of one's own, the latest first. */
  async all(owner: Owner): Promise<MySitting[]> {
    const rows = await readSittingsOf(this.database.manager, owner);
    const sittings: MySitting[] = [];
    for (const row of rows) sittings.push(await this.assemble(row));
    return sittings;
  }

  /** Refuses with `not_found`, also for somebody else's. */
  async one(owner: Owner, sittingId: string): Promise<Outcome<MySitting>> {
    const [row] = await readSittingsOf(this.database.manager, owner, sittingId);
    return row ? success(await this.assemble(row)) : failure({ code: 'not_found' });
  }

  /** For what the server says by itself to the person's socket. */
  async forItsOwner(sittingId: string): Promise<MySitting | null> {
    const row = await readMySitting(this.database.manager, sittingId);
    return row && this.assemble(row);
  }

  private async assemble(row: MySittingRow): Promise<MySitting> {
    const event = await this.findEvent.byIdForSystem(row.event_id);
    if (!event) throw new Error(`The sitting ${row.id} has no event.`);
    const items = await this.work.countItems(event.id);
    const receiptNumber = row.ended_at === null ? null : await this.work.receiptNumber(row.id);
    return mySittingOf(row, event, { items, receiptNumber }, this.clock.now());
  }
}
