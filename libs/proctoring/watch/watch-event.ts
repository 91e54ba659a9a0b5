import type { Outcome, SittingRow } from '@aigaq/contracts';
import { success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Injectable } from '@nestjs/common';

import { SittingRows } from '../sitting/sitting-rows';
import { FindStaffEvent } from './find-staff-event';

/** Opens the wall of an event to a proctor: all its candidates as they stand. */
@Injectable()
export class WatchEvent {
  constructor(
    private readonly findEvent: FindStaffEvent,
    private readonly rows: SittingRows,
  ) {}

  /**
   * Refuses what `FindStaffEvent` refuses.
   * @param letIn is called before the rows are read: whoever hears of changes from then on misses none
   */
  async run(actor: Actor, eventId: string, letIn: () => unknown): Promise<Outcome<{ rows: SittingRow[] }>> {
    const event = await this.findEvent.run(actor, eventId, 'watch');
    if (!event.ok) return event;
    await letIn();
    return success({ rows: await this.rows.allOf(actor, eventId) });
  }
}
