import { Injectable } from '@nestjs/common';

import { failure, success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import { type ChosenNode, leastLoadedNode } from './choose-node';

/** Where a room is held. It stays on its node while that node lives; after a loss the next who asks places it anew. */
@Injectable()
export class PlaceRoom {
  constructor(private readonly database: Database) {}

  /** Refuses with `no_media_node` when none is connected. */
  async run(room: string): Promise<Outcome<ChosenNode>> {
    const manager = this.database.manager;
    await manager.query(
      `insert into media_room as r (room, node) select $1, least.name from (${leastLoadedNode}) least
       on conflict (room) do update set node = excluded.node, opened_at = now()
       where not exists (select 1 from media_node n where n.name = r.node and n.connected)`,
      [room],
    );
    const [node] = await manager.query<ChosenNode[]>(
      'select n.name, n.url from media_room r join media_node n on n.name = r.node where r.room = $1 and n.connected',
      [room],
    );
    return node ? success(node) : failure({ code: 'no_media_node' });
  }
}
