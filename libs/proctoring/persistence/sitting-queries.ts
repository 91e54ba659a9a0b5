import { newId } from '@aigaq/kernel';
import type { Transaction } from '@aigaq/platform';
import type { EntityManager } from 'typeorm';

import type { TimeFact, TimeFactKind, TimePlan } from '../domain/sitting-clock';
import { SittingTimeFactEntity } from './sitting-time-fact.entity';
import { SittingEntity } from './sitting.entity';

/**
 * The sitting, held against every other writer until the transaction ends: its reports, its pauses and its end come one
 * after the other. Rows that only refer to it can still be written.
 */
export function lockSitting(manager: EntityManager, sittingId: string): Promise<SittingEntity | null> {
  return manager.findOne(SittingEntity, { where: { id: sittingId }, lock: { mode: 'for_no_key_update' } });
}

/** A person's own sitting; null for anybody else's. */
export function findOwn(
  manager: EntityManager,
  who: { institutionId: string; accountId: string },
  sittingId: string,
): Promise<SittingEntity | null> {
  return manager.findOneBy(SittingEntity, {
    id: sittingId,
    accountId: who.accountId,
    institutionId: who.institutionId,
  });
}

export function planOf(sitting: Pick<SittingEntity, 'durationSeconds' | 'closesAt' | 'endedAt'>): TimePlan {
  return { durationSeconds: sitting.durationSeconds, closesAt: sitting.closesAt, endedAt: sitting.endedAt };
}

export function readTimeFacts(manager: EntityManager, sittingId: string): Promise<TimeFact[]> {
  return manager.find(SittingTimeFactEntity, { where: { sittingId } });
}

export async function addTimeFact(
  manager: EntityManager,
  sittingId: string,
  fact: { at: Date; kind: TimeFactKind; seconds?: number },
): Promise<TimeFact> {
  const added = { id: newId(), at: fact.at, kind: fact.kind, seconds: fact.seconds ?? null };
  await manager.insert(SittingTimeFactEntity, { ...added, sittingId });
  return added;
}

/** Names a sitting the way that its facts do. */
export function named(sitting: Pick<SittingEntity, 'id' | 'eventId' | 'institutionId'>) {
  return { sittingId: sitting.id, eventId: sitting.eventId, institutionId: sitting.institutionId };
}

/** Tells every screen that shows the sitting to look again. */
export function publishChanged(
  tx: Transaction,
  sitting: Pick<SittingEntity, 'id' | 'eventId' | 'institutionId'>,
): Promise<void> {
  return tx.publish('sitting.changed', named(sitting));
}
