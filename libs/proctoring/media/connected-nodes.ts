import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

/** Where browsers reach the media nodes that are connected now. */
@Injectable()
export class ConnectedNodes {
  constructor(private readonly database: Database) {}

  async urls(): Promise<string[]> {
    const rows = await this.database.manager.query<{ url: string }[]>(
      'select url from media_node where connected order by url',
    );
    return rows.map((row) => row.url);
  }
}
