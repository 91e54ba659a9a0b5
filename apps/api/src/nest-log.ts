import type { LoggerService } from '@nestjs/common';

import { Log } from '@aigaq/platform';

/** Nest's own messages in our log: its faults and warnings, not each route that it maps. */
export class NestLog implements LoggerService {
  private readonly target = new Log();

  log(): void {}

  warn(message: unknown): void {
    this.target.warn(String(message));
  }

  error(message: unknown, stack?: string): void {
    this.target.error('Nest reports an error.', message instanceof Error ? message : String(message), { stack });
  }
}
