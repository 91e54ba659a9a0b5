import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Server } from 'socket.io';

import { namespaces } from '@aigaq/contracts';
import { Outbox } from '@aigaq/platform';

import { sessionRoom } from './socket-sessions';

/** The one socket.io server of this process; cuts the sockets of sessions that have ended. */
@Injectable()
export class SocketServer implements OnModuleInit {
  private server: Server | undefined;

  constructor(private readonly outbox: Outbox) {}

  onModuleInit(): void {
    this.outbox.on('sessions.ended', async ({ sessionIds }) => this.cut(sessionIds));
  }

  open(server: Server): void {
    this.server = server;
  }

  private cut(sessionIds: readonly string[]): void {
    const rooms = sessionIds.map(sessionRoom);
    if (rooms.length === 0) return;
    for (const { path } of [namespaces.sitting, namespaces.proctor])
      this.server?.of(path).in(rooms).disconnectSockets(true);
  }
}
