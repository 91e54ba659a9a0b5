import type { Outcome } from '@aigaq/contracts';
import { FindEvent } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { type DecisionOutcome, hasClip, weighDecision } from '../domain/decision-rules';
import { FlagEntity } from '../persistence/flag.entity';
import type { SittingEntity } from '../persistence/sitting.entity';

/** Lays the flags of a sitting and their clips before the rules of a decision. */
@Injectable()
export class WeighSitting {
  constructor(private readonly findEvent: FindEvent) {}

  async run(
    manager: EntityManager,
    sitting: SittingEntity,
    outcome: DecisionOutcome,
  ): Promise<Outcome<{ needsSecond: boolean }>> {
    const event = await this.findEvent.byIdForSystem(sitting.eventId, manager);
    if (!event) throw new Error(`The sitting ${sitting.id} has no event.`);
    const flags = await manager.findBy(FlagEntity, { sittingId: sitting.id });
    const recorded = await recordedSpans(manager, sitting.id);
    return weighDecision({
      outcome,
      flags: flags.map(({ severity, state, startedAt, endedAt }) => ({
        severity,
        state,
        hasClip: hasClip({ from: startedAt.getTime(), to: endedAt?.getTime() ?? null }, recorded),
      })),
      secondPersonFromSeverity: event.ruleSet.values.secondPersonFromSeverity,
    });
  }
}

async function recordedSpans(manager: EntityManager, sittingId: string): Promise<{ from: number; to: number }[]> {
  const rows = await manager.query<{ started_at: Date; duration_ms: number }[]>(
    'select started_at, duration_ms from recording_segment where sitting_id = $1',
    [sittingId],
  );
  return rows.map((row) => ({ from: row.started_at.getTime(), to: row.started_at.getTime() + row.duration_ms }));
}
