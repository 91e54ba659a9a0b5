import type { JoinTicket, Outcome } from '@aigaq/contracts';
import { success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Injectable } from '@nestjs/common';

import { FindStaffEvent } from '../watch/find-staff-event';
import { PlaceRoom } from './place-room';
import { SignTicket } from './sign-ticket';

/** The ticket with which a proctor sees everybody in the room of an event, and publishes nothing. */
@Injectable()
export class IssueWatchTicket {
  constructor(
    private readonly findEvent: FindStaffEvent,
    private readonly placeRoom: PlaceRoom,
    private readonly signTicket: SignTicket,
  ) {}

  /** Refuses what `FindStaffEvent` refuses, and with `no_media_node`. */
  async run(actor: Actor, eventId: string): Promise<Outcome<JoinTicket>> {
    const event = await this.findEvent.run(actor, eventId, 'watch');
    if (!event.ok) return event;
    const node = await this.placeRoom.run(eventId);
    if (!node.ok) return node;
    const ticket = await this.signTicket.run(
      { room: eventId, participant: actor.accountId, role: 'watcher', publish: [], watch: 'room', record: [] },
      node.value,
    );
    return success(ticket);
  }
}
