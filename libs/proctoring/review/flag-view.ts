import type { FlagView } from '@aigaq/contracts';
import type { EntityManager } from 'typeorm';

import { FlagEntity } from '../persistence/flag.entity';
import { type Names, readNames } from '../persistence/names';

export function flagView(flag: FlagEntity, names: Names): FlagView {
  return {
    id: flag.id,
    code: flag.code,
    severity: flag.severity,
    origin: flag.origin,
    detector: flag.detector,
    detectorVersion: flag.detectorVersion,
    startedAt: flag.startedAt.toISOString(),
    endedAt: flag.endedAt?.toISOString() ?? null,
    confidence: flag.confidence,
    note: flag.note,
    state: flag.state,
    triagedBy: names(flag.triagedBy),
    triagedAt: flag.triagedAt?.toISOString() ?? null,
    triageNote: flag.triageNote,
  };
}

/** The flag as it stands; it is there. */
export async function readFlagView(manager: EntityManager, institutionId: string, flagId: string): Promise<FlagView> {
  const flag = await manager.findOneByOrFail(FlagEntity, { id: flagId });
  return flagView(flag, await readNames(manager, institutionId, [flag.triagedBy]));
}
