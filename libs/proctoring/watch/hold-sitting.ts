import type { Outcome } from '@aigaq/contracts';
import type { Actor } from '@aigaq/people';
import { Database, type Transaction } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import type { StaffPurpose } from '../domain/staff-access';
import type { SittingEntity } from '../persistence/sitting.entity';
import { FindStaffSitting } from './find-staff-sitting';

/** The frame of every deed of the staff: one transaction, the person has a part in the event, the sitting is held. */
@Injectable()
export class HoldSitting {
  constructor(
    private readonly database: Database,
    private readonly findSitting: FindStaffSitting,
  ) {}

  /** Refuses what `FindStaffSitting` refuses; what `deed` refuses rolls nothing back, so let it refuse first. */
  run<Value>(
    actor: Actor,
    sittingId: string,
    purpose: StaffPurpose,
    deed: (tx: Transaction, sitting: SittingEntity) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> {
    return this.database.transaction(async (tx) => {
      const found = await this.findSitting.run(actor, sittingId, purpose, tx);
      return found.ok ? deed(tx, found.value) : found;
    });
  }
}
