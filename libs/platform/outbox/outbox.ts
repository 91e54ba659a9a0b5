import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { Log } from '../log/log';
import type { FactName, Facts } from './facts';
import { OutboxSignal } from './outbox-signal';

type Listener = (payload: never) => Promise<void>;
interface Line {
  id: string;
  fact: string;
  payload: unknown;
  attempts: number;
}

const sweepMilliseconds = 1000;
const batch = 100;
const giveUpAfter = 10;

/** Carries published facts to those who listen, in order of their writing, at least once. */
@Injectable()
export class Outbox implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Map<string, Listener[]>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly signal: OutboxSignal,
    private readonly log: Log,
  ) {}

  /** Register while the application starts; a listener must bear hearing the same fact twice. */
  on<Name extends FactName>(fact: Name, listener: (payload: Facts[Name]) => Promise<void>): void {
    this.listeners.set(fact, [...(this.listeners.get(fact) ?? []), listener]);
  }

  onApplicationBootstrap(): void {
    this.signal.onRaised(() => this.wake());
    this.timer = setInterval(() => this.wake(), sweepMilliseconds);
    this.wake();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  /** Resolves when everything that was published before the call has been delivered. */
  async drained(): Promise<void> {
    this.wake();
    while (this.running) await this.running;
  }

  private wake(): void {
    if (this.stopped) return;
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      try {
        while ((await this.deliverBatch()) === batch);
      } catch (error) {
        this.log.error('The outbox could not be read.', error);
      }
    }
  }

  /** One batch under a lock that keeps other replicas off the same lines. */
  private async deliverBatch(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const lines: Line[] = await manager.query(
        `select id, fact, payload, attempts from outbox where delivered_at is null and attempts < $1
         order by id limit $2 for update skip locked`,
        [giveUpAfter, batch],
      );
      for (const line of lines) {
        const failed = await this.deliver(line);
        await (failed === undefined
          ? manager.query('update outbox set delivered_at = now() where id = $1', [line.id])
          : manager.query('update outbox set attempts = attempts + 1, last_error = $2 where id = $1', [
              line.id,
              failed,
            ]));
      }
      return lines.length;
    });
  }

  private async deliver(line: Line): Promise<string | undefined> {
    for (const listener of this.listeners.get(line.fact) ?? []) {
      try {
        await listener(line.payload as never);
      } catch (error) {
        this.log.error(`A listener failed on ${line.fact}.`, error, { outbox: line.id, attempts: line.attempts + 1 });
        return error instanceof Error ? error.message : String(error);
      }
    }
    return undefined;
  }
}
