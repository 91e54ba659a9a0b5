import type { SittingState } from '@aigaq/contracts';
import type { Actor } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What exams need to know of a sitting. */
export interface SittingNow {
  readonly id: string;
  readonly institutionId: string;
  readonly eventId: string;
  readonly accountId: string;
  readonly state: SittingState;
  readonly startedAt: Date | null;
  readonly endsAt: Date | null;
  readonly endedAt: Date | null;
  readonly deviceId: string | null;
}

@Injectable()
export class FindSitting {
  constructor(private readonly database: Database) {}

  async byId(sittingId: string, manager: EntityManager = this.database.manager): Promise<SittingNow | null> {
    const [line]: SittingNow[] = await manager.query(
      `select id, institution_id as "institutionId", event_id as "eventId", account_id as "accountId", state,
         started_at as "startedAt", ends_at as "endsAt", ended_at as "endedAt", device_id as "deviceId"
       from sitting where id = $1`,
      [sittingId],
    );
    return line ?? null;
  }

  /** The person's own sitting; anybody else's is not found. */
  async own(
    actor: Actor,
    sittingId: string,
    manager: EntityManager = this.database.manager,
  ): Promise<SittingNow | null> {
    const sitting = await this.byId(sittingId, manager);
    const isOwn = sitting?.accountId === actor.accountId && sitting.institutionId === actor.institutionId;
    return isOwn ? sitting : null;
  }

  /** The number up to which nothing is missing of what this browser reported; 0 when nothing came. */
  async acceptedThrough(sittingId: string, deviceId: string, manager: EntityManager): Promise<number> {
    const [line]: { through: number }[] = await manager.query(
      `select coalesce(max(sequence), 0)::int as through
       from (select sequence, row_number() over (order by sequence) as place
             from sitting_report where sitting_id = $1 and device_id = $2) as numbered
       where sequence = place`,
      [sittingId, deviceId],
    );
    return line?.through ?? 0;
  }
}
