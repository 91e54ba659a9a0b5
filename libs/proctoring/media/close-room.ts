import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

/** The event is over: its room is let go. Answers the node that held it, to be told. */
@Injectable()
export class CloseRoom {
  constructor(private readonly database: Database) {}

  async run(room: string): Promise<string | null> {
    const [rows] = await this.database.manager.query<[{ node: string }[], number]>(
      'delete from media_room where room = $1 returning node',
      [room],
    );
    return rows[0]?.node ?? null;
  }
}
