import { Injectable, type OnModuleInit } from '@nestjs/common';

import { Database, Jobs } from '@aigaq/platform';

import { LoseNode } from './lose-node';

/** A node that has not been heard of for so long is lost, even when nobody saw its socket close. */
const silenceSeconds = 30;
const everyMilliseconds = 10_000;

/** Finds the nodes whose loss no replica noticed, because the replica that held their socket died with them. */
@Injectable()
export class LoseSilentNodes implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly loseNode: LoseNode,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.jobs.every('media.silent_nodes', everyMilliseconds, () => this.run());
  }

  async run(): Promise<void> {
    const silent = await this.database.manager.query<{ name: string; seen_at: Date }[]>(
      'select name, seen_at from media_node where connected and seen_at < now() - make_interval(secs => $1)',
      [silenceSeconds],
    );
    for (const node of silent) await this.loseNode.run(node.name, node.seen_at);
  }
}
