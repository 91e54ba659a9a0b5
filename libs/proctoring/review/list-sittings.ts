import type { InputOf, Outcome, Page, routes, SittingRow } from '@aigaq/contracts';
import { success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Injectable } from '@nestjs/common';

import { SittingRows } from '../sitting/sitting-rows';
import { FindStaffEvent } from '../watch/find-staff-event';

/** The sittings of an event, a page at a time, for somebody who has a part in it. */
@Injectable()
export class ListSittings {
  constructor(
    private readonly findEvent: FindStaffEvent,
    private readonly rows: SittingRows,
  ) {}

  async run(
    actor: Actor,
    eventId: string,
    query: InputOf<typeof routes.listSittings>['query'],
  ): Promise<Outcome<Page<SittingRow>>> {
    const event = await this.findEvent.run(actor, eventId, 'arrange');
    return event.ok ? success(await this.rows.pageOf(actor, eventId, query)) : event;
  }
}
