import type { EventRow, EventState } from '@aigaq/contracts';
import type { Actor } from '@aigaq/people';
import { EventStaff, ListEvents } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';

import { mayEverywhere, staffRolesFor } from '../domain/staff-access';

/** What runs comes first, then what will, then what is over; the number of each is a page, not a limit of the rule. */
const shown: readonly { state: EventState; pageSize: number }[] = [
  { state: 'open', pageSize: 200 },
  { state: 'announced', pageSize: 200 },
  { state: 'closed', pageSize: 50 },
];

/** The events whose sittings a person may watch or review. */
@Injectable()
export class ListWatchedEvents {
  constructor(
    private readonly listEvents: ListEvents,
    private readonly eventStaff: EventStaff,
  ) {}

  async run(actor: Actor): Promise<EventRow[]> {
    const pages = await Promise.all(
      shown.map(({ state, pageSize }) => this.listEvents.run(actor, { state, page: 1, pageSize })),
    );
    const events = pages.flatMap((page, index) =>
      // The next one to begin is the most urgent of those to come.
      shown[index]?.state === 'announced' ? page.rows.toReversed() : page.rows,
    );
    if (mayEverywhere(actor.roles, 'arrange')) return events;
    const own = new Set(await this.eventStaff.eventsOf(actor, actor.accountId, staffRolesFor.review));
    return events.filter((event) => own.has(event.id));
  }
}
