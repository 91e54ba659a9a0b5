import type { InputOf, JoinTicket, Outcome, routes } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { mayPublish } from '../domain/room-rules';
import { ConsentEntity } from '../persistence/consent.entity';
import { SittingEntity } from '../persistence/sitting.entity';
import { ChooseNode } from './choose-node';
import { PlaceRoom } from './place-room';
import { SignTicket } from './sign-ticket';

type Purpose = InputOf<typeof routes.myTicket>['body']['purpose'];

/** The ticket with which a candidate's browser publishes: to the event's room, or to a rehearsal that nobody keeps. */
@Injectable()
export class IssueTicket {
  constructor(
    private readonly database: Database,
    private readonly chooseNode: ChooseNode,
    private readonly placeRoom: PlaceRoom,
    private readonly signTicket: SignTicket,
  ) {}

  /**
   * Refuses with `not_found` (also for somebody else's sitting), `not_in_this_state`, `consent_outdated` before the
   * person agreed to be seen, and `no_media_node`.
   */
  async run(actor: Actor, sittingId: string, purpose: Purpose): Promise<Outcome<JoinTicket>> {
    const { manager } = this.database;
    const { institutionId, accountId } = actor;
    const sitting = await manager.findOneBy(SittingEntity, { id: sittingId, institutionId, accountId });
    if (!sitting) return failure({ code: 'not_found' });
    if (!mayPublish(sitting.state, purpose) || sitting.profile.records.length === 0)
      return failure({ code: 'not_in_this_state' });
    if (!(await manager.existsBy(ConsentEntity, { sittingId }))) return failure({ code: 'consent_outdated' });
    return purpose === 'rehearsal' ? this.forRehearsal(sitting) : this.forSitting(sitting);
  }

  private async forSitting(sitting: SittingEntity): Promise<Outcome<JoinTicket>> {
    const node = await this.placeRoom.run(sitting.eventId);
    if (!node.ok) return node;
    const { records } = sitting.profile;
    const ticket = await this.signTicket.run(
      {
        room: sitting.eventId,
        participant: sitting.id,
        role: 'candidate',
        publish: records,
        watch: 'none',
        record: records,
      },
      node.value,
    );
    return success(ticket);
  }

  private async forRehearsal(sitting: SittingEntity): Promise<Outcome<JoinTicket>> {
    const node = await this.chooseNode.run();
    if (!node.ok) return node;
    const room = `rehearsal:${sitting.id}`;
    const { records } = sitting.profile;
    const ticket = await this.signTicket.run(
      { room, participant: sitting.id, role: 'candidate', publish: records, watch: 'own', record: [] },
      node.value,
    );
    return success(ticket);
  }
}
