import type { RuleSetValues } from '@aigaq/contracts';
import type { Transaction } from '@aigaq/platform';

import { lossAfterMilliseconds, networkGrant } from '../domain/network-grant';
import { isActive } from '../domain/observed';
import { runningSecondsBetween } from '../domain/sitting-clock';
import { isRunning } from '../domain/sitting-lifecycle';
import { planOf, publishChanged, readTimeFacts } from '../persistence/sitting-queries';
import { SittingEntity } from '../persistence/sitting.entity';
import { grantTime } from '../sitting-time';
import { raiseFlag, serverDetector } from './raise-flag';

/** A server that did not know of a socket for so long cannot say that it was there. */
export const forgottenAfterMilliseconds = 30_000;

/** Since when the person was gone; null when the connection held. A crash of the server leaves no word but `seenAt`. */
export function lostSince(sitting: SittingEntity, now: Date): Date | null {
  if (sitting.connection === 'lost') return sitting.connectionSince;
  const seenAt = sitting.connection === 'online' ? sitting.seenAt : null;
  return seenAt !== null && now.getTime() - seenAt.getTime() > forgottenAfterMilliseconds ? seenAt : null;
}

/**
 * Notes that the person is there again, or for the first time. A loss is written down with its start and end, never
 * against anyone, and gives its time back as the rule set says. The sitting is held by the caller.
 */
export async function reconnect(
  tx: Transaction,
  sitting: SittingEntity,
  rules: RuleSetValues,
  now: Date,
): Promise<void> {
  const since = lostSince(sitting, now);
  if (since !== null && isRunning(sitting.state)) {
    await closeLoss(tx, sitting, since, now);
    await giveBack(tx, sitting, since, rules, now);
  }
  const came = sitting.connection !== 'online' || since !== null;
  const connection = came ? { connection: 'online' as const, connectionSince: now } : {};
  await tx.manager.update(
    SittingEntity,
    { id: sitting.id },
    { ...connection, deviceId: sitting.deviceId, seenAt: now },
  );
  if (came) await publishChanged(tx, sitting);
}

/** Seconds of running time between two moments, and those that the network was granted so far. */
export async function timeLost(tx: Transaction, sitting: SittingEntity, since: Date, now: Date) {
  const facts = await readTimeFacts(tx.manager, sitting.id);
  const [sum]: { seconds: number }[] = await tx.manager.query(
    `select coalesce(sum(seconds), 0)::int as seconds from sitting_action where sitting_id = $1 and kind = 'network_granted'`,
    [sitting.id],
  );
  return { seconds: runningSecondsBetween(planOf(sitting), facts, since, now), grantedBefore: sum?.seconds ?? 0 };
}

/** Grants what a loss gives back, if it gives anything; answers the seconds. */
export async function giveBack(
  tx: Transaction,
  sitting: SittingEntity,
  since: Date,
  rules: RuleSetValues,
  now: Date,
): Promise<number> {
  const lost = await timeLost(tx, sitting, since, now);
  const seconds = networkGrant(lost.seconds, lost.grantedBefore, rules);
  if (seconds === 0) return 0;
  const act = { sittingId: sitting.id, by: null, reason: '', now };
  const granted = await grantTime(tx, { ...act, seconds, kind: 'network_granted' });
  if (granted.ok) sitting.endsAt = granted.value.endsAt;
  return seconds;
}

/** Opens the note of a loss that still lasts. */
export async function openLoss(tx: Transaction, sitting: SittingEntity, since: Date): Promise<void> {
  await raiseLoss(tx, sitting, since, null);
  await publishChanged(tx, sitting);
}

async function closeLoss(tx: Transaction, sitting: SittingEntity, since: Date, now: Date): Promise<void> {
  const closed: [{ id: string }[], number] = await tx.manager.query(
    `update flag set ended_at = $2
     where sitting_id = $1 and code = 'NET-01' and origin = 'system' and ended_at is null returning id`,
    [sitting.id, now],
  );
  for (const flag of closed[0]) await tx.publish('flag.changed', { sittingId: sitting.id, flagId: flag.id });
  const long = now.getTime() - since.getTime() > lossAfterMilliseconds;
  if (closed[1] === 0 && long && sitting.state === 'live') await raiseLoss(tx, sitting, since, now);
}

async function raiseLoss(
  tx: Transaction,
  sitting: SittingEntity,
  startedAt: Date,
  endedAt: Date | null,
): Promise<void> {
  if (!isActive('NET-01', sitting)) return;
  // What was lost before the start is nobody's business.
  const from = sitting.startedAt !== null && startedAt < sitting.startedAt ? sitting.startedAt : startedAt;
  await raiseFlag(tx, sitting, {
    code: 'NET-01',
    origin: 'system',
    ...serverDetector,
    startedAt: from,
    endedAt,
    confidence: 1,
  });
}
