import type { ObjectStore, RetentionClass, RetentionCounts, RetentionWork, Transaction } from '@aigaq/platform';

import { type DueSitting, holdDueSittings, whereDue } from '../persistence/retention-queries';

/** Sittings, and segments of one, that are deleted at a time. */
const sittingsAtOnce = 10;
const segmentsAtOnce = 500;
/** Deletions that the store works on at the same time. */
const lines = 8;

const somethingStored = 'exists (select from recording_segment g where g.sitting_id = s.id and g.deleted_at is null)';

interface Segment {
  readonly track_id: string;
  readonly sequence: number;
  readonly object_key: string;
  readonly size: number;
}

/**
 * The recordings. First the sitting is marked, so that nobody is offered what is about to vanish, then the objects go,
 * then their lines are marked: broken off anywhere, the next run finds what is left and deletes nothing twice.
 */
export const recordings: RetentionClass = {
  name: 'proctoring.recordings',

  async due({ database, now }) {
    const [found] = await database.manager.query<{ sittings: number; segments: number; bytes: string }[]>(
      `select count(distinct g.sitting_id)::int as sittings, count(*)::int as segments, coalesce(sum(g.size), 0) as bytes
       from recording_segment g where g.deleted_at is null and ${whereDue('g.sitting_id')}`,
      [now],
    );
    return { sittings: found?.sittings ?? 0, segments: found?.segments ?? 0, bytes: Number(found?.bytes ?? 0) };
  },

  async deleteBatch(work) {
    const sittings = await work.database.transaction((tx) => markSittings(tx, work.now));
    let [segments, bytes] = [0, 0];
    for (const sitting of sittings)
      for (;;) {
        const deleted = await deleteSegments(work, sitting);
        if (deleted.length === 0) break;
        segments += deleted.length;
        bytes += deleted.reduce((sum, segment) => sum + segment.size, 0);
      }
    return { sittings: sittings.length, segments, bytes };
  },
};

async function markSittings(tx: Transaction, now: Date): Promise<DueSitting[]> {
  const sittings = await holdDueSittings(tx.manager, now, somethingStored, sittingsAtOnce);
  await tx.manager.query(
    'update sitting set recording_deleted_at = $2 where id = any($1) and recording_deleted_at is null',
    [sittings.map(({ id }) => id), now],
  );
  return sittings;
}

/** Some segments of one sitting: first the objects, then their lines, with what says so in the journal. */
async function deleteSegments({ database, store, now }: RetentionWork, sitting: DueSitting): Promise<Segment[]> {
  const segments = await database.manager.query<Segment[]>(
    `select track_id, sequence, object_key, size from recording_segment
     where sitting_id = $1 and deleted_at is null order by started_at limit ${segmentsAtOnce}`,
    [sitting.id],
  );
  if (segments.length === 0) return [];
  await deleteObjects(store, segments);
  return database.transaction(async (tx) => {
    const [marked] = await tx.manager.query<[Segment[], number]>(
      `update recording_segment g set deleted_at = $3 from unnest($1::uuid[], $2::int[]) gone(track_id, sequence)
       where g.track_id = gone.track_id and g.sequence = gone.sequence and g.deleted_at is null
       returning g.track_id, g.sequence, g.object_key, g.size`,
      [segments.map((segment) => segment.track_id), segments.map((segment) => segment.sequence), now],
    );
    if (marked.length > 0) await noteDeletion(tx, sitting, 'recording.deleted', countsOf(marked));
    return marked;
  });
}

function countsOf(segments: readonly Segment[]): RetentionCounts {
  return { segments: segments.length, bytes: segments.reduce((sum, segment) => sum + segment.size, 0) };
}

async function deleteObjects(store: ObjectStore, segments: readonly Segment[]): Promise<void> {
  const waiting = [...segments];
  const work = async (): Promise<void> => {
    for (let segment = waiting.pop(); segment; segment = waiting.pop()) await store.delete(segment.object_key);
  };
  await Promise.all(Array.from({ length: lines }, work));
}

/** A line in the trail of the sitting. */
export function noteDeletion(
  tx: Transaction,
  sitting: DueSitting,
  action: string,
  data: RetentionCounts,
): Promise<void> {
  const { id: subjectId, institutionId } = sitting;
  return tx.journal({ institutionId, actorId: null, action, subjectType: 'sitting', subjectId, data });
}
