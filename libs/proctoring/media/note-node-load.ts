import { Injectable } from '@nestjs/common';

import type { CommandInput, namespaces } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

type Load = CommandInput<typeof namespaces.node, 'load'>;

/** Keeps how busy a node is, and that it is there. Answers the moment at which it was seen. */
@Injectable()
export class NoteNodeLoad {
  constructor(private readonly database: Database) {}

  async run(node: string, load: Load): Promise<Date> {
    const [rows] = await this.database.manager.query<[{ seen_at: Date }[], number]>(
      `update media_node set rooms = $2, participants = $3, connected = true, seen_at = now() where name = $1 returning seen_at`,
      [node, load.rooms, load.participants],
    );
    return rows[0]?.seen_at ?? new Date(0);
  }
}
