import type { ReportEntry } from '@aigaq/contracts';
import type { EntityManager } from 'typeorm';

export interface KeptEntry {
  readonly entry: ReportEntry;
  readonly late: boolean;
}

/** Keeps the entries whose numbers were not taken yet, in one statement; answers the numbers that were new. */
export async function keepEntries(
  manager: EntityManager,
  from: { sittingId: string; deviceId: string; receivedAt: Date },
  entries: readonly KeptEntry[],
): Promise<ReadonlySet<number>> {
  const lines = entries.map(({ entry, late }) => ({
    sequence: entry.sequence,
    at: entry.at,
    kind: entry.kind,
    payload: entry,
    late,
  }));
  const taken: { sequence: number }[] = await manager.query(
    `insert into sitting_report (sitting_id, device_id, sequence, at, received_at, kind, payload, late)
     select $1, $2, e.sequence, e.at, $3, e.kind, e.payload, e.late
     from jsonb_to_recordset($4::jsonb) as e(sequence int, at timestamptz, kind text, payload jsonb, late boolean)
     on conflict do nothing returning sequence`,
    [from.sittingId, from.deviceId, from.receivedAt, JSON.stringify(lines)],
  );
  return new Set(taken.map((line) => line.sequence));
}

/** Which of these numbers are marked late, however often they were sent. */
export async function lateAmong(
  manager: EntityManager,
  sittingId: string,
  deviceId: string,
  sequences: readonly number[],
): Promise<number[]> {
  const rows: { sequence: number }[] = await manager.query(
    `select sequence from sitting_report
     where sitting_id = $1 and device_id = $2 and sequence = any($3) and late order by sequence`,
    [sittingId, deviceId, sequences],
  );
  return rows.map((row) => row.sequence);
}

export async function markLate(
  manager: EntityManager,
  sittingId: string,
  deviceId: string,
  sequences: readonly number[],
): Promise<void> {
  await manager.query(
    'update sitting_report set late = true where sitting_id = $1 and device_id = $2 and sequence = any($3) and not late',
    [sittingId, deviceId, sequences],
  );
}

/**
 * The number through which nothing of a browser is missing. `known`: through which that was certain before, so that
 * only what came since is looked at.
 */
export async function acceptedThrough(
  manager: EntityManager,
  sittingId: string,
  deviceId: string,
  known: number,
): Promise<number> {
  const [row]: { through: number | null }[] = await manager.query(
    `select case when exists (select from sitting_report where sitting_id = $1 and device_id = $2 and sequence = $3 + 1)
       then (select r.sequence from sitting_report r
             where r.sitting_id = $1 and r.device_id = $2 and r.sequence > $3
               and not exists (select from sitting_report n
                               where n.sitting_id = $1 and n.device_id = $2 and n.sequence = r.sequence + 1)
             order by r.sequence limit 1)
     end as through`,
    [sittingId, deviceId, known],
  );
  return row?.through ?? known;
}

/** When an observation was reported as over, if that came before the report that it began. */
export async function closingOf(
  manager: EntityManager,
  sittingId: string,
  observationId: string,
): Promise<Date | null> {
  const [row]: { at: Date }[] = await manager.query(
    `select at from sitting_report
     where sitting_id = $1 and kind = 'observation_closed' and payload->>'observationId' = $2 order by at limit 1`,
    [sittingId, observationId],
  );
  return row?.at ?? null;
}
