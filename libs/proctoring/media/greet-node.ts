import { Injectable } from '@nestjs/common';

import type { CommandInput, namespaces } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

type Hello = CommandInput<typeof namespaces.node, 'hello'>;

/** A media node signs in: from now on rooms may be placed on it. Answers the moment at which it was seen. */
@Injectable()
export class GreetNode {
  constructor(private readonly database: Database) {}

  run(hello: Hello): Promise<Date> {
    return this.database.transaction(async (tx) => {
      const [row] = await tx.manager.query<[{ seen_at: Date }]>(
        `insert into media_node (name, url, workers, version, connected) values ($1, $2, $3, $4, true)
         on conflict (name) do update set url = excluded.url, workers = excluded.workers, version = excluded.version,
           connected = true, seen_at = now(), rooms = 0, participants = 0
         returning seen_at`,
        [hello.name, hello.url, hello.workers, hello.version],
      );
      await tx.journal({
        institutionId: null,
        actorId: null,
        action: 'media_node.connected',
        subjectType: 'media_node',
        subjectId: null,
        data: { node: hello.name, version: hello.version, workers: hello.workers },
      });
      return row.seen_at;
    });
  }
}
