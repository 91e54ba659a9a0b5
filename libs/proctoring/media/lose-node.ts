import { Injectable } from '@nestjs/common';

import { Database, type Transaction } from '@aigaq/platform';

/**
 * A media node is gone. Its rooms are let go, so that the next ticket places them on another node, and what it was
 * recording ends with the service as the cause: never the candidate's fault.
 */
@Injectable()
export class LoseNode {
  constructor(private readonly database: Database) {}

  /**
   * @param lastSeen when the node was last heard of by whoever reports the loss; a node that has spoken since, to this
   * replica or another, is not lost
   */
  run(name: string, lastSeen: Date): Promise<void> {
    return this.database.transaction(async (tx) => {
      const [lost] = await tx.manager.query<[{ seen_at: Date }[], number]>(
        // A JavaScript date has milliseconds, the column microseconds.
        `update media_node set connected = false where name = $1 and connected and date_trunc('milliseconds', seen_at) <= $2
         returning seen_at`,
        [name, lastSeen],
      );
      if (lost[0] === undefined) return;
      const rooms = await this.letGo(tx, name, lost[0].seen_at);
      for (const room of rooms) await tx.publish('media.moved', { room, reason: 'node_lost' });
      await tx.journal({
        institutionId: null,
        actorId: null,
        action: 'media_node.lost',
        subjectType: 'media_node',
        subjectId: null,
        data: { node: name, rooms: rooms.length },
      });
    });
  }

  private async letGo(tx: Transaction, name: string, at: Date): Promise<string[]> {
    const [rooms] = await tx.manager.query<[{ room: string }[], number]>(
      'delete from media_room where node = $1 returning room',
      [name],
    );
    // The node may come back with the true end of each track: its fact then overwrites this estimate.
    const [tracks] = await tx.manager.query<[{ sitting_id: string }[], number]>(
      `update recording_track set ended_at = greatest($2, started_at), end_cause = 'service'
       where node = $1 and ended_at is null returning sitting_id`,
      [name, at],
    );
    const sittingIds = [...new Set(tracks.map((track) => track.sitting_id))];
    const sittings = await tx.manager.query<{ id: string; event_id: string; institution_id: string }[]>(
      'select id, event_id, institution_id from sitting where id = any($1)',
      [sittingIds],
    );
    for (const { id, event_id, institution_id } of sittings)
      await tx.publish('sitting.changed', { sittingId: id, eventId: event_id, institutionId: institution_id });
    return rooms.map((row) => row.room);
  }
}
