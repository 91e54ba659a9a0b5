import type { Transaction } from '@aigaq/platform';

import type { AttemptEntity } from './persistence/attempt.entity';

/** An attempt opens with its sitting; whichever hears of it first, the first answer or the fact. */
export async function openAttempt(tx: Transaction, attempt: AttemptEntity, startedAt: Date): Promise<void> {
  if (attempt.state !== 'assigned') return;
  await moveAttempt(tx, attempt, 'open', { opened_at: startedAt });
  attempt.openedAt = startedAt;
}

/** Moves an attempt that is held; the caller knows that the lifecycle allows it. */
export async function moveAttempt(
  tx: Transaction,
  attempt: AttemptEntity,
  to: AttemptEntity['state'],
  set: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const names = Object.keys(set);
  const assignments = ['state = $3', ...names.map((name, index) => `"${name}" = $${index + 4}`)].join(', ');
  const result: [unknown[], number] = await tx.manager.query(
    `update attempt set ${assignments} where sitting_id = $1 and state = $2 returning sitting_id`,
    [attempt.sittingId, attempt.state, to, ...names.map((name) => set[name])],
  );
  if (result[1] === 0) throw new Error(`The attempt ${attempt.sittingId} left ${attempt.state} while it was held.`);
  await tx.journal({
    institutionId: attempt.institutionId,
    actorId: null,
    action: `attempt.${to}`,
    subjectType: 'sitting',
    subjectId: attempt.sittingId,
    data: { from: attempt.state, to },
  });
  attempt.state = to;
}
