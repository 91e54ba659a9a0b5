import { isSome, Jobs, Log } from '@aigaq/platform';
import { Injectable, type OnModuleInit } from '@nestjs/common';

import { RunRetention } from './run-retention';

const hourMilliseconds = 3600 * 1000;
/** Of each class in one round: what is more waits for the next, so that a round never lasts for hours. */
const batches = 50;

/** Carries retention out every hour, so that what the consent promised does not wait for anybody. */
@Injectable()
export class RepeatRetention implements OnModuleInit {
  constructor(
    private readonly retention: RunRetention,
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.every('retention', hourMilliseconds, () => this.run());
  }

  async run(): Promise<void> {
    for (const { name, counts, error } of (await this.retention.run({ dryRun: false, batches })) ?? []) {
      if (isSome(counts)) this.log.info('Retention deleted what was due.', { class: name, ...counts });
      if (error) this.log.error('Retention could not delete what was due.', error, { class: name });
    }
  }
}
