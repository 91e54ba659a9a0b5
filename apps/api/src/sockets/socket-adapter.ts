import type { IncomingMessage } from 'node:http';

import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { ExtendedError, Server, ServerOptions, Socket } from 'socket.io';

import { type Acknowledgement, namespaces, type Problem, type ProblemAnswer } from '@aigaq/contracts';
import { Log } from '@aigaq/platform';

import { comesFromOurPage } from '../http/origin';
import { SERVING, type ServingSettings } from '../http/settings';
import { SocketServer } from './socket-server';
import { SocketSessions } from './socket-sessions';

const payloadLimit = 2 * 1024 * 1024;
/** Within this a browser that lost its network comes back to its rooms and hears what it missed. */
const recoveryMilliseconds = 2 * 60 * 1000;

/** Opens socket.io with our limits, and lets nobody into a namespace before it is known who it is. */
export class SocketAdapter extends IoAdapter {
  private readonly sessions: SocketSessions;
  private readonly settings: ServingSettings;
  private readonly servers: SocketServer;
  private readonly log: Log;

  constructor(app: INestApplicationContext) {
    super(app);
    this.sessions = app.get(SocketSessions);
    this.settings = app.get<ServingSettings>(SERVING);
    this.servers = app.get(SocketServer);
    this.log = app.get(Log);
  }

  override createIOServer(port: number, options?: Partial<ServerOptions>): Server {
    const server: Server = super.createIOServer(port, {
      ...options,
      serveClient: false,
      maxHttpBufferSize: payloadLimit,
      pingInterval: 10_000,
      pingTimeout: 10_000,
      // Who came back is asked anew who he is: the session may have ended meanwhile.
      connectionStateRecovery: { maxDisconnectionDuration: recoveryMilliseconds, skipMiddlewares: false },
      allowRequest: (request, answer) => answer(null, this.mayConnect(request)),
    } as ServerOptions);
    this.guard(server, namespaces.sitting.path, (socket) => this.sessions.admitPerson(socket));
    this.guard(server, namespaces.proctor.path, (socket) => this.sessions.admitPerson(socket));
    this.guard(server, namespaces.node.path, (socket) => this.sessions.admitNode(socket));
    this.servers.open(server);
    return server;
  }

  /** A foreign page could open a socket with our cookie: no rule of the browser forbids it. */
  private mayConnect(request: IncomingMessage): boolean {
    return comesFromOurPage(request.headers, request.headers.host, this.settings.allowedOrigins);
  }

  private guard(
    server: Server,
    path: string,
    admit: (socket: Socket) => Promise<Problem | null> | Problem | null,
  ): void {
    const namespace = server.of(path);
    namespace.use((socket, next) => {
      Promise.resolve()
        .then(() => admit(socket))
        .then((refusal) => (refusal ? next(asConnectError({ problems: [refusal] })) : next()))
        .catch((error: unknown) => {
          this.log.error('A socket could not be admitted.', error, { namespace: path });
          next(asConnectError({ problems: [{ code: 'internal' }] }));
        });
    });
    namespace.on('connection', (socket: Socket) => answerUnknown(socket));
  }
}

/** The browser hears `connect_error` with the problem in `data`. */
function asConnectError(answer: ProblemAnswer): ExtendedError {
  return Object.assign(new Error(answer.problems[0]?.code ?? 'internal'), { data: answer });
}

/** A command that nobody answers would leave the caller waiting for ever. */
function answerUnknown(socket: Socket): void {
  socket.onAny((event: string, ...values: unknown[]) => {
    const acknowledge = values.at(-1);
    if (socket.listenerCount(event) > 0 || typeof acknowledge !== 'function') return;
    const refusal: Acknowledgement<never> = { ok: false, problems: [{ code: 'not_found' }] };
    (acknowledge as (answer: Acknowledgement<never>) => void)(refusal);
  });
}
