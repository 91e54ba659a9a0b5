import type { EventView, Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Injectable } from '@nestjs/common';

import { FindEvent } from './find-event';
import { ShowEvent } from './show-event';

@Injectable()
export class GetEvent {
  constructor(
    private readonly find: FindEvent,
    private readonly show: ShowEvent,
  ) {}

  async run(actor: Actor, eventId: string): Promise<Outcome<EventView>> {
    const event = await this.find.seenBy(actor, eventId);
    return event ? success(await this.show.run(actor, event)) : failure({ code: 'not_found' });
  }
}
