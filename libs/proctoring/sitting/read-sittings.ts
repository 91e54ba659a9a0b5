import type { SittingState } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';
import type { EventBusy } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';

import { runningStates } from '../domain/sitting-lifecycle';
import { acceptedThrough } from '../persistence/report-queries';
import { findOwn } from '../persistence/sitting-queries';
import { SittingEntity } from '../persistence/sitting.entity';

/** What those who stand on the rooms need to know of one. */
export interface SittingNow {
  readonly id: string;
  readonly institutionId: string;
  readonly eventId: string;
  readonly accountId: string;
  readonly state: SittingState;
  readonly startedAt: Date | null;
  /** Null before the start and while paused. */
  readonly endsAt: Date | null;
  readonly endedAt: Date | null;
  /** The browser that holds it. */
  readonly deviceId: string | null;
}

/** Sittings as they stand, for the libraries that work with them. */
@Injectable()
export class ReadSittings implements EventBusy {
  constructor(private readonly database: Database) {}

  /** For listeners and for callers that have checked whose it is. */
  byId(sittingId: string, manager = this.database.manager): Promise<SittingNow | null> {
    return manager.findOneBy(SittingEntity, { id: sittingId });
  }

  /** The person's own; anybody else's is not found. */
  own(
    person: { institutionId: string; accountId: string },
    sittingId: string,
    manager = this.database.manager,
  ): Promise<SittingNow | null> {
    return findOwn(manager, person, sittingId);
  }

  /** The number through which nothing is missing of what this browser reported; 0 when nothing came. */
  acceptedThrough(sittingId: string, deviceId: string, manager = this.database.manager): Promise<number> {
    return acceptedThrough(manager, sittingId, deviceId, 0);
  }

  async runningCandidates(eventId: string): Promise<string[]> {
    const where = { eventId, state: In([...runningStates]) };
    const running = await this.database.manager.find(SittingEntity, { select: { id: true, accountId: true }, where });
    return running.map((sitting) => sitting.accountId);
  }

  async hasBegun(eventId: string, accountId: string): Promise<boolean> {
    const sitting = await this.database.manager.findOneBy(SittingEntity, { eventId, accountId });
    return sitting !== null && sitting.startedAt !== null;
  }
}
