import type { ReportEntry } from '@aigaq/contracts';
import type { Transaction } from '@aigaq/platform';

import { observedAt, observedUntil, type Opened } from '../domain/observed';
import type { TimeFact } from '../domain/sitting-clock';
import { closingOf } from '../persistence/report-queries';
import { planOf, publishChanged, readTimeFacts } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { raiseFlag } from './raise-flag';

type Closed = Extract<ReportEntry, { kind: 'observation_closed' }>;

/** A loss that the server noted itself covers what the browser says of the same loss, give or take this. */
const sameLossMilliseconds = 15_000;

/** Turns reported observations into flags with a start and an end. They were taken for the first time just now. */
export async function takeObservations(
  tx: Transaction,
  sitting: SittingEntity,
  entries: readonly ReportEntry[],
  now: Date,
): Promise<void> {
  const opened = entries.filter((entry) => entry.kind === 'observation_opened');
  const closed = entries.filter((entry) => entry.kind === 'observation_closed');
  if (opened.length + closed.length === 0) return;
  const facts = opened.length === 0 ? [] : await readTimeFacts(tx.manager, sitting.id);
  for (const entry of opened) await open(tx, sitting, entry, facts, now);
  for (const entry of closed) await close(tx, sitting, entry, now);
  await publishChanged(tx, sitting);
}

async function open(
  tx: Transaction,
  sitting: SittingEntity,
  entry: Opened,
  facts: readonly TimeFact[],
  now: Date,
): Promise<void> {
  const startedAt = observedAt(entry, sitting, planOf(sitting), facts, now);
  if (startedAt === null || (entry.code === 'NET-01' && (await isNotedByServer(tx, sitting, startedAt)))) return;
  // The end may have come first, or the whole sitting may be over by now.
  const closing = (await closingOf(tx.manager, sitting.id, entry.observationId)) ?? sitting.endedAt;
  const endedAt = closing && observedUntil(startedAt, closing, sitting, now);
  const { observationId: id, code, detector, detectorVersion, confidence } = entry;
  await raiseFlag(tx, sitting, {
    id,
    code,
    origin: 'detector',
    detector,
    detectorVersion,
    startedAt,
    endedAt,
    confidence,
  });
}

async function close(tx: Transaction, sitting: SittingEntity, entry: Closed, now: Date): Promise<void> {
  const until = observedUntil(new Date(0), new Date(entry.at), sitting, now);
  const closed: [{ id: string }[], number] = await tx.manager.query(
    `update flag set ended_at = greatest(started_at, $3), confidence = greatest(confidence, $4::real)
     where id = $1 and sitting_id = $2 and origin = 'detector' and ended_at is null returning id`,
    [entry.observationId, sitting.id, until, entry.confidence],
  );
  for (const flag of closed[0]) await tx.publish('flag.changed', { sittingId: sitting.id, flagId: flag.id });
}

async function isNotedByServer(tx: Transaction, sitting: SittingEntity, at: Date): Promise<boolean> {
  const [row]: { noted: boolean }[] = await tx.manager.query(
    `select exists (select from flag where sitting_id = $1 and code = 'NET-01' and origin = 'system'
       and $2::timestamptz between started_at - $3 * interval '1 millisecond'
         and coalesce(ended_at, $2) + $3 * interval '1 millisecond') as noted`,
    [sitting.id, at, sameLossMilliseconds],
  );
  return row?.noted ?? false;
}
