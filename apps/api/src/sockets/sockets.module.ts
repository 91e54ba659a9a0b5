import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';

import { PeopleModule } from '@aigaq/people';

import { CheckCommands } from './check-commands';
import { SocketFrame } from './socket-frame';
import { SocketServer } from './socket-server';
import { SocketSessions } from './socket-sessions';

/** The frame around every socket command. */
@Global()
@Module({
  imports: [DiscoveryModule, PeopleModule],
  providers: [CheckCommands, SocketFrame, SocketServer, SocketSessions],
  exports: [SocketFrame, SocketServer, SocketSessions],
})
export class SocketsModule {}
