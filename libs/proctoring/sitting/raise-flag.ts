import type { FlagCode } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import type { Transaction } from '@aigaq/platform';

import { severityOf } from '../domain/observed';
import { FlagEntity } from '../persistence/flag.entity';
import type { SittingEntity } from '../persistence/sitting.entity';

/** What the server notes by itself is signed with its own name. */
export const serverDetector = { detector: 'server', detectorVersion: '1' } as const;

export interface Noticed {
  readonly id?: string;
  readonly code: FlagCode;
  readonly origin: 'detector' | 'system';
  readonly detector: string;
  readonly detectorVersion: string;
  readonly startedAt: Date;
  /** Null while it lasts. */
  readonly endedAt: Date | null;
  readonly confidence: number;
}

/** Writes a flag that nobody raised by hand. One whose id is known already changes nothing. */
export async function raiseFlag(tx: Transaction, sitting: SittingEntity, noticed: Noticed): Promise<void> {
  const id = noticed.id ?? newId();
  const flag = { ...noticed, id, sittingId: sitting.id, severity: severityOf(noticed.code) };
  const inserted = await tx.manager
    .createQueryBuilder()
    .insert()
    .into(FlagEntity)
    .values(flag)
    .orIgnore()
    .returning('id')
    .execute();
  if ((inserted.raw as unknown[]).length === 0) return;
  await tx.journal({
    institutionId: sitting.institutionId,
    actorId: null,
    action: 'flag.raised',
    subjectType: 'sitting',
    subjectId: sitting.id,
    data: { flagId: id, code: noticed.code, origin: noticed.origin },
  });
  await tx.publish('flag.changed', { sittingId: sitting.id, flagId: id });
}
