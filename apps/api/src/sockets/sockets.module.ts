import { Global, Module } from '@nestjs/common';

import { PeopleModule } from '@aigaq/people';

import { SocketFrame } from './socket-frame';
import { SocketServer } from './socket-server';
import { SocketSessions } from './socket-sessions';

/** The frame around every socket command. */
@Global()
@Module({
  imports: [PeopleModule],
  providers: [SocketFrame, SocketServer, SocketSessions],
  exports: [SocketFrame, SocketServer, SocketSessions],
})
export class SocketsModule {}
