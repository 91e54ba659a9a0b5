import { failure, success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import type { Actor } from '@aigaq/people';
import { Database, type Transaction } from '@aigaq/platform';
import { EventStaff } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';

import { mayEverywhere, type StaffPurpose, staffRolesFor } from '../domain/staff-access';
import { lockSitting } from '../persistence/sitting-queries';
import { SittingEntity } from '../persistence/sitting.entity';

/** A sitting for somebody of the staff who wants to do something with it. */
@Injectable()
export class FindStaffSitting {
  constructor(
    private readonly database: Database,
    private readonly eventStaff: EventStaff,
  ) {}

  /**
   * With `tx` the row is held until the transaction ends, so that deeds on one sitting follow one another.
   * Refuses with `not_found` (also for another institution's), `forbidden` when the person does not serve at the event
   * as this takes, and `own_work`: nobody watches or judges himself.
   */
  async run(actor: Actor, sittingId: string, purpose: StaffPurpose, tx?: Transaction): Promise<Outcome<SittingEntity>> {
    const manager = tx?.manager ?? this.database.manager;
    const sitting = tx
      ? await lockSitting(manager, sittingId)
      : await manager.findOneBy(SittingEntity, { id: sittingId });
    if (!sitting || sitting.institutionId !== actor.institutionId) return failure({ code: 'not_found' });
    if (sitting.accountId === actor.accountId) return failure({ code: 'own_work' });
    const allowed =
      mayEverywhere(actor.roles, purpose) ||
      (await this.eventStaff.isOneOf(sitting.eventId, actor.accountId, staffRolesFor[purpose], manager));
    return allowed ? success(sitting) : failure({ code: 'forbidden' });
  }
}
