import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import type { MediaFact } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

interface Owner {
  readonly id: string;
  readonly event_id: string;
  readonly institution_id: string;
}

/**
 * Takes what a media node reports into the manifest, each fact once by its id however often it is sent. Answers the ids
 * that the node may forget: all that stand in the database now, and those of nobody's sitting.
 */
@Injectable()
export class TakeMediaFacts {
  constructor(private readonly database: Database) {}

  run(node: string, facts: readonly MediaFact[]): Promise<string[]> {
    return this.database.transaction(async (tx) => {
      const { manager } = tx;
      const owners = await this.ownersOf(manager, facts);
      const fresh = await this.notTakenYet(manager, facts);
      const changed = new Set<string>();
      for (const fact of facts) {
        // A rehearsal is nobody's recording, whatever a node says of it.
        if (!fresh.delete(fact.factId) || owners.get(fact.participant)?.event_id !== fact.room) continue;
        await apply(manager, node, fact);
        if (fact.kind === 'track_started' || fact.kind === 'track_ended') changed.add(fact.participant);
      }
      for (const sittingId of changed) {
        const owner = owners.get(sittingId);
        if (owner)
          await tx.publish('sitting.changed', {
            sittingId,
            eventId: owner.event_id,
            institutionId: owner.institution_id,
          });
      }
      return facts.map((fact) => fact.factId);
    });
  }

  private async ownersOf(manager: EntityManager, facts: readonly MediaFact[]): Promise<Map<string, Owner>> {
    const participants = [...new Set(facts.map((fact) => fact.participant))];
    const rows = await manager.query<Owner[]>('select id, event_id, institution_id from sitting where id = any($1)', [
      participants,
    ]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Sorted, so that two batches with the same facts wait for each other and never both at once. */
  private async notTakenYet(manager: EntityManager, facts: readonly MediaFact[]): Promise<Set<string>> {
    const rows = await manager.query<{ fact_id: string }[]>(
      `insert into media_fact_taken (fact_id) select distinct id from unnest($1::uuid[]) id order by id
       on conflict do nothing returning fact_id`,
      [facts.map((fact) => fact.factId)],
    );
    return new Set(rows.map((row) => row.fact_id));
  }
}

async function apply(manager: EntityManager, node: string, fact: MediaFact): Promise<void> {
  switch (fact.kind) {
    case 'track_started':
      await manager.query(
        `insert into recording_track (id, sitting_id, source, node, codec, started_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (id) do update set started_at = least(recording_track.started_at, excluded.started_at)`,
        [fact.trackId, fact.participant, fact.source, node, fact.codec, fact.at],
      );
      return;
    case 'track_ended':
      await manager.query('update recording_track set ended_at = $2, end_cause = $3 where id = $1', [
        fact.trackId,
        fact.at,
        fact.cause,
      ]);
      return;
    case 'segment_stored':
      await storeSegment(manager, node, fact);
      return;
    case 'gap_found':
      await manager.query(
        `insert into recording_gap (id, sitting_id, track_id, source, started_at, ended_at, cause)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [fact.factId, fact.participant, fact.trackId, fact.source, fact.from, fact.to, fact.cause],
      );
      return;
  }
}

async function storeSegment(
  manager: EntityManager,
  node: string,
  fact: Extract<MediaFact, { kind: 'segment_stored' }>,
): Promise<void> {
  // A node that replays its journal may report the segment of a track before the track itself.
  await manager.query(
    `insert into recording_track (id, sitting_id, source, node, codec, started_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing`,
    [fact.trackId, fact.participant, fact.source, node, fact.codec, fact.startedAt],
  );
  await manager.query(
    `insert into recording_segment (track_id, sequence, sitting_id, source, object_key, sha256, size, started_at, duration_ms,
       codec, width, height, packets, lost_packets)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) on conflict do nothing`,
    [
      fact.trackId,
      fact.sequence,
      fact.participant,
      fact.source,
      fact.objectKey,
      fact.sha256,
      fact.size,
      fact.startedAt,
      fact.durationMs,
      fact.codec,
      fact.width,
      fact.height,
      fact.packets,
      fact.lostPackets,
    ],
  );
}
