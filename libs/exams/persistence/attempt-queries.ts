import type { EntityManager } from 'typeorm';

import { type AnswerVersion, currentAnswers } from '../domain/current-answers';
import type { GradeLine } from '../domain/grade-book';
import { AnswerVersionEntity } from './answer-version.entity';
import { AttemptEntity } from './attempt.entity';
import { GradeEntity } from './grade.entity';

/** Names the sitting that an attempt belongs to. */
export interface AttemptKey {
  readonly id: string;
  readonly institutionId: string;
  readonly eventId: string;
  readonly accountId: string;
}

/** The attempt, made when it is not there yet, and held until the transaction ends. */
export async function holdAttempt(manager: EntityManager, sitting: AttemptKey): Promise<AttemptEntity> {
  const known = await lockAttempt(manager, sitting.id);
  if (known) return known;
  await manager.query(
    `insert into attempt (sitting_id, institution_id, event_id, account_id) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [sitting.id, sitting.institutionId, sitting.eventId, sitting.accountId],
  );
  const made = await lockAttempt(manager, sitting.id);
  if (!made) throw new Error(`The attempt of the sitting ${sitting.id} is gone.`);
  return made;
}

export function lockAttempt(manager: EntityManager, sittingId: string): Promise<AttemptEntity | null> {
  return manager.findOne(AttemptEntity, { where: { sittingId }, lock: { mode: 'for_no_key_update' } });
}

export function readVersions(manager: EntityManager, sittingId: string): Promise<AnswerVersion[]> {
  return manager.findBy(AnswerVersionEntity, { sittingId });
}

export async function readCurrent(manager: EntityManager, sittingId: string): Promise<Map<string, AnswerVersion>> {
  return currentAnswers(await readVersions(manager, sittingId));
}

/** The newest mark of each item. */
export async function readGrades(manager: EntityManager, sittingId: string): Promise<Map<string, GradeLine>> {
  const lines = await manager.find(GradeEntity, { where: { sittingId }, order: { at: 'ASC', id: 'ASC' } });
  return new Map(
    lines.map(({ itemId, points, byAccount, comment }) => [itemId, { itemId, points, by: byAccount, comment }]),
  );
}
