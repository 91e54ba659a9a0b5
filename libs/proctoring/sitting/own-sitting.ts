import type { MySitting, Outcome } from '@aigaq/contracts';
import { type Clock, failure } from '@aigaq/kernel';
import { CLOCK, Database, type Transaction } from '@aigaq/platform';
import { type EventRecord, FindEvent } from '@aigaq/schedule';
import { Inject, Injectable } from '@nestjs/common';

import { admissionFrom, type AdmissionStep, problemOfStep } from '../domain/admission';
import { findOwn, lockSitting } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { MySittings, type Owner } from './my-sittings';

export interface OwnWork {
  readonly tx: Transaction;
  /** Held until the transaction ends. */
  readonly sitting: SittingEntity;
  readonly event: EventRecord;
  readonly now: Date;
}

/** What a person does with the own sitting: found, held, changed and read again, and never somebody else's. */
@Injectable()
export class OwnSitting {
  constructor(
    private readonly database: Database,
    private readonly findEvent: FindEvent,
    private readonly mySittings: MySittings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Runs `work` in a transaction; what it answers decides what the caller is told, not whether the rows stay.
   * Refuses with `not_found` for a sitting of anybody else.
   */
  async change(
    owner: Owner,
    sittingId: string,
    work: (own: OwnWork) => Promise<Outcome<unknown>>,
  ): Promise<Outcome<MySitting>> {
    const outcome = await this.database.transaction(async (tx): Promise<Outcome<unknown>> => {
      const sitting = await lockSitting(tx.manager, sittingId);
      if (!sitting || !isOf(owner, sitting)) return failure({ code: 'not_found' });
      const event = await this.findEvent.byId(owner, sitting.eventId, tx.manager);
      if (!event) return failure({ code: 'not_found' });
      return work({ tx, sitting, event, now: this.clock.now() });
    });
    return outcome.ok ? this.mySittings.one(owner, sittingId) : outcome;
  }

  /** The sitting and its event, for reading. */
  async find(owner: Owner, sittingId: string): Promise<{ sitting: SittingEntity; event: EventRecord } | null> {
    const sitting = await findOwn(this.database.manager, owner, sittingId);
    const event = sitting && (await this.findEvent.byId(owner, sitting.eventId));
    return sitting && event ? { sitting, event } : null;
  }
}

function isOf(owner: Owner, sitting: SittingEntity): boolean {
  return sitting.accountId === owner.accountId && sitting.institutionId === owner.institutionId;
}

/** What stands against a step of admission at this moment. */
export function problemOf(step: AdmissionStep, { sitting, event, now }: Omit<OwnWork, 'tx'>) {
  const { opensAt, closesAt, ruleSet } = event;
  return problemOfStep(
    step,
    sitting,
    { opensAt, closesAt, admissionFrom: admissionFrom(opensAt, ruleSet.values) },
    now,
  );
}
