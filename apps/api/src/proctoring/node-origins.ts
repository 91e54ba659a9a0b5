import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';

import { Log } from '@aigaq/platform';
import { ConnectedNodes } from '@aigaq/proctoring';

import { ConnectOrigins } from '../http/connect-origins';

/** A node may have said hello to another replica. */
const rereadMilliseconds = 10_000;

/** Lets our pages connect to the media nodes that are there (their Content-Security-Policy forbids all else). */
@Injectable()
export class NodeOrigins implements OnModuleInit, OnModuleDestroy {
  private known: readonly string[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly nodes: ConnectedNodes,
    private readonly origins: ConnectOrigins,
    private readonly log: Log,
  ) {}

  async onModuleInit(): Promise<void> {
    this.origins.add(() => this.known);
    await this.read();
    this.timer = setInterval(() => {
      this.read().catch((error: unknown) => this.log.error('The media nodes could not be read.', error));
    }, rereadMilliseconds);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async read(): Promise<void> {
    this.known = (await this.nodes.urls()).filter((url) => URL.canParse(url)).map((url) => new URL(url).origin);
  }
}
