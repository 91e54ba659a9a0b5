import { flagSeverity, type manualCode } from '@aigaq/contracts';
import type { Actor } from '@aigaq/people';
import type { Transaction } from '@aigaq/platform';
import type { z } from 'zod';

import { FlagEntity } from '../persistence/flag.entity';
import { publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';

export interface NotedFlag {
  readonly id: string;
  readonly code: z.infer<typeof manualCode>;
  readonly note: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
}

/** Writes a flag that a person noted. It is raised like any other: somebody still has to look at it. */
export async function insertFlag(
  tx: Transaction,
  actor: Actor,
  sitting: SittingEntity,
  noted: NotedFlag,
): Promise<void> {
  await tx.manager.insert(FlagEntity, {
    ...noted,
    sittingId: sitting.id,
    severity: flagSeverity[noted.code],
    origin: 'proctor',
    detector: 'person',
    detectorVersion: '',
    confidence: 1,
    state: 'raised',
    raisedBy: actor.accountId,
  });
  await tx.journal({
    institutionId: sitting.institutionId,
    actorId: actor.accountId,
    action: 'flag.raised',
    subjectType: 'sitting',
    subjectId: sitting.id,
    data: { flagId: noted.id, code: noted.code },
  });
  await tx.publish('flag.changed', { sittingId: sitting.id, flagId: noted.id });
  await publishChanged(tx, sitting);
}
