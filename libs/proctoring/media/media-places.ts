import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { inTheRoom } from '../domain/room-rules';

/** A participant on a node: what the node is told by. */
export interface Place {
  readonly node: string;
  readonly room: string;
  readonly participant: string;
}

/** Who is, or was left, on which media node. */
@Injectable()
export class MediaPlaces {
  constructor(private readonly database: Database) {}

  /** Where a sitting is or may be: the node of its room, and every node that still records it. */
  ofSitting(sittingId: string): Promise<Place[]> {
    return this.database.manager.query<Place[]>(
      `select r.node, r.room, s.id as participant from sitting s join media_room r on r.room = s.event_id::text where s.id = $1
       union
       select t.node, s.event_id::text, s.id from sitting s join recording_track t on t.sitting_id = s.id
       where s.id = $1 and t.ended_at is null`,
      [sittingId],
    );
  }

  /** Who is still recorded on a node although the sitting is over: it ended while the node could not be told. */
  leftBehindOn(node: string): Promise<Place[]> {
    return this.database.manager.query<Place[]>(
      `select distinct t.node, s.event_id::text as room, s.id as participant
       from recording_track t join sitting s on s.id = t.sitting_id
       where t.node = $1 and t.ended_at is null and s.state <> all($2)`,
      [node, inTheRoom],
    );
  }
}
