import { Injectable } from '@nestjs/common';

import { failure, success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

export interface ChosenNode {
  readonly name: string;
  /** Where browsers reach the node. */
  readonly url: string;
}

/**
 * The least loaded connected node, as a query. Rooms that were placed but are still empty count too, else all exams
 * that begin at one hour would land on one node.
 */
export const leastLoadedNode = `
  select n.name, n.url from media_node n where n.connected
  order by (n.participants + (select count(*) from media_room r where r.node = n.name))::float / greatest(n.workers, 1), n.name
  limit 1`;

/** A node for a room that nobody else will look for, such as a rehearsal's: nothing is written down. */
@Injectable()
export class ChooseNode {
  constructor(private readonly database: Database) {}

  /** Refuses with `no_media_node` when none is connected. */
  async run(): Promise<Outcome<ChosenNode>> {
    const [node] = await this.database.manager.query<ChosenNode[]>(leastLoadedNode);
    return node ? success(node) : failure({ code: 'no_media_node' });
  }
}
