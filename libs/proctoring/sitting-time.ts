import type { ActionView, Outcome } from '@aigaq/contracts';
import { failure, newId, success } from '@aigaq/kernel';
import { Database, type Transaction } from '@aigaq/platform';

import { endOfTime, type TimeFact } from './domain/sitting-clock';
import { isRunning, runningStates } from './domain/sitting-lifecycle';
import type { SittingEnd } from './facts';
import { SittingActionEntity } from './persistence/sitting-action.entity';
import { addTimeFact, lockSitting, named, planOf, publishChanged, readTimeFacts } from './persistence/sitting-queries';
import { SittingEntity } from './persistence/sitting.entity';

/**
 * What is done to a sitting's time, each a part of the caller's transaction: whoever pauses or ends writes his own rows
 * beside it. The caller has made sure that the person may.
 */
export interface TimeAct {
  readonly sittingId: string;
  /** The id of the command: the same one a second time changes nothing and succeeds. */
  readonly actionId?: string;
  /** The account that acts; null when the system does. */
  readonly by: string | null;
  readonly reason: string;
  readonly now: Date;
}

interface Held {
  readonly sitting: SittingEntity;
  /** The command was carried out before. */
  readonly repeated: boolean;
}

/** Stops the time of a live sitting. Refuses with `not_in_this_state`, or `too_late` when the time is over. */
export async function pauseSitting(tx: Transaction, act: TimeAct): Promise<Outcome<SittingEntity>> {
  const held = await hold(tx, act);
  if (!held.ok || held.value.repeated) return sittingOf(held);
  const { sitting } = held.value;
  if (sitting.state !== 'live') return failure({ code: 'not_in_this_state' });
  if (sitting.endsAt !== null && sitting.endsAt <= act.now) return failure({ code: 'too_late' });
  await addTimeFact(tx.manager, sitting.id, { at: act.now, kind: 'paused' });
  await move(tx, sitting, ['live'], 'interrupted', { ends_at: null, reason: act.reason });
  await note(tx, sitting, act, 'paused');
  await tx.publish('sitting.paused', named(sitting));
  return success(sitting);
}

/** Lets the time of a paused sitting go on. Refuses with `not_in_this_state`. */
export async function resumeSitting(tx: Transaction, act: TimeAct): Promise<Outcome<SittingEntity>> {
  const held = await hold(tx, act);
  if (!held.ok || held.value.repeated) return sittingOf(held);
  const { sitting } = held.value;
  if (sitting.state !== 'interrupted') return failure({ code: 'not_in_this_state' });
  await addTimeFact(tx.manager, sitting.id, { at: act.now, kind: 'resumed' });
  await move(tx, sitting, ['interrupted'], 'live', { ends_at: await newEnd(tx, sitting, act.now), reason: '' });
  await note(tx, sitting, act, 'resumed');
  await tx.publish('sitting.resumed', named(sitting));
  return success(sitting);
}

/** Gives whole seconds to a sitting that runs or is paused. Refuses with `not_in_this_state`. */
export async function grantTime(
  tx: Transaction,
  act: TimeAct & { readonly seconds: number; readonly kind?: 'granted' | 'network_granted' },
): Promise<Outcome<SittingEntity>> {
  const held = await hold(tx, act);
  if (!held.ok || held.value.repeated) return sittingOf(held);
  const { sitting } = held.value;
  if (!isRunning(sitting.state)) return failure({ code: 'not_in_this_state' });
  await addTimeFact(tx.manager, sitting.id, { at: act.now, kind: 'granted', seconds: act.seconds });
  sitting.endsAt = await newEnd(tx, sitting, act.now);
  await tx.manager.update(SittingEntity, { id: sitting.id }, { endsAt: sitting.endsAt });
  await note(tx, sitting, act, act.kind ?? 'granted', act.seconds);
  return success(sitting);
}

/**
 * Ends a sitting that runs: closes what detectors left open and the room with it. What expired ended when its time did,
 * even if that is noticed a little later. Refuses with `not_in_this_state`.
 */
export async function endSitting(
  tx: Transaction,
  act: TimeAct & { readonly how: Extract<SittingEnd, 'submitted' | 'expired' | 'ended_by_proctor' | 'cancelled'> },
): Promise<Outcome<SittingEntity>> {
  const held = await hold(tx, act);
  if (!held.ok || held.value.repeated) return sittingOf(held);
  const { sitting } = held.value;
  if (!isRunning(sitting.state)) return failure({ code: 'not_in_this_state' });
  const expiredAt =
    act.how === 'expired' && sitting.endsAt !== null && sitting.endsAt < act.now ? sitting.endsAt : null;
  sitting.endedAt = expiredAt ?? act.now;
  sitting.endedHow = act.how;
  await move(tx, sitting, runningStates, 'ended', {
    ended_at: sitting.endedAt,
    ended_how: act.how,
    reason: act.reason,
  });
  await closeOpenFlags(tx, sitting.id, sitting.endedAt);
  await note(tx, sitting, act, 'ended');
  await tx.publish('sitting.ended', { ...named(sitting), how: act.how });
  return success(sitting);
}

/** Writes a line of what was done to the sitting; the journal gets the same without the words. */
export async function noteAction(
  tx: Transaction,
  sitting: SittingEntity,
  act: TimeAct,
  kind: ActionView['kind'],
  seconds: number | null = null,
): Promise<void> {
  await tx.manager.insert(SittingActionEntity, {
    id: act.actionId ?? newId(),
    sittingId: sitting.id,
    at: act.now,
    kind,
    byAccount: act.by,
    reason: act.reason,
    seconds,
  });
  await tx.journal({
    institutionId: sitting.institutionId,
    actorId: act.by,
    action: `sitting.${kind}`,
    subjectType: 'sitting',
    subjectId: sitting.id,
    data: { state: sitting.state, ...(seconds === null ? {} : { seconds }) },
  });
}

async function note(
  tx: Transaction,
  sitting: SittingEntity,
  act: TimeAct,
  kind: ActionView['kind'],
  seconds: number | null = null,
): Promise<void> {
  await noteAction(tx, sitting, act, kind, seconds);
  await publishChanged(tx, sitting);
}

async function hold(tx: Transaction, act: TimeAct): Promise<Outcome<Held>> {
  const sitting = await lockSitting(tx.manager, act.sittingId);
  if (!sitting) return failure({ code: 'not_found' });
  const repeated =
    act.actionId !== undefined &&
    (await tx.manager.existsBy(SittingActionEntity, { id: act.actionId, sittingId: sitting.id }));
  return success({ sitting, repeated });
}

function sittingOf(held: Outcome<Held>): Outcome<SittingEntity> {
  return held.ok ? success(held.value.sitting) : held;
}

async function move(
  tx: Transaction,
  sitting: SittingEntity,
  from: readonly SittingEntity['state'][],
  to: SittingEntity['state'],
  set: Readonly<Record<string, unknown>>,
): Promise<void> {
  const moved = await Database.moveState(tx.manager, { table: 'sitting', id: sitting.id, from, to, set });
  if (moved === 0) throw new Error(`The sitting ${sitting.id} left ${sitting.state} while it was held.`);
  sitting.state = to;
  if ('ends_at' in set) sitting.endsAt = set['ends_at'] as Date | null;
  if ('reason' in set) sitting.reason = set['reason'] as string;
}

async function newEnd(tx: Transaction, sitting: SittingEntity, now: Date): Promise<Date | null> {
  const facts: TimeFact[] = await readTimeFacts(tx.manager, sitting.id);
  return endOfTime(planOf(sitting), facts, now);
}

/** An observation that nobody closed ended at the latest when the sitting did. */
async function closeOpenFlags(tx: Transaction, sittingId: string, at: Date): Promise<void> {
  const result: [{ id: string }[], number] = await tx.manager.query(
    'update flag set ended_at = greatest(started_at, $2) where sitting_id = $1 and ended_at is null returning id',
    [sittingId, at],
  );
  for (const flag of result[0]) await tx.publish('flag.changed', { sittingId, flagId: flag.id });
}
