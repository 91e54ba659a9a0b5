import { readFileSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';

import { Server as SocketServer } from 'socket.io';

import { mediaNamespace } from '@aigaq/contracts';
import { type Log, openStore } from '@aigaq/platform';

import type { MediaConfig } from './config';
import { ApiLink } from './control/api-link';
import { FactOutbox } from './control/fact-outbox';
import { Recorder } from './recording/recorder';
import { SegmentSpool } from './recording/segment-spool';
import { Rooms } from './rooms/rooms';
import { serveSignalling } from './rooms/signalling';
import { TicketDesk } from './rooms/ticket-desk';
import { WorkerPool } from './rooms/worker-pool';

/** What is not stored, or not acknowledged, so long after the end waits on the disk for the next start. */
const storeMilliseconds = 4000;
const tellMilliseconds = 2000;

/** One media node: routes media between browsers, records it, and tells the API what happened. */
export class MediaNode {
  private constructor(
    private readonly log: Log,
    private readonly http: Server,
    private readonly io: SocketServer,
    private readonly workers: WorkerPool,
    private readonly rooms: Rooms,
    private readonly recorder: Recorder,
    private readonly spool: SegmentSpool,
    private readonly facts: FactOutbox,
    private readonly link: ApiLink,
  ) {}

  static async start(config: MediaConfig, log: Log): Promise<MediaNode> {
    const facts = await FactOutbox.open(join(config.DATA_DIR, 'media', config.NODE_NAME, 'facts.log'), log);
    const spool = await SegmentSpool.open(
      join(config.DATA_DIR, 'media', config.NODE_NAME, 'spool'),
      openStore(config),
      facts,
      log,
    );
    const recorder = new Recorder(spool, facts, log);
    const workers = await WorkerPool.start(config, log);
    const rooms = new Rooms(workers, recorder, log);

    const http = listener(config, (request, response) =>
      answerHealth(request, response, () => workers.healthy && link.connected),
    );
    const io = new SocketServer(http, {
      serveClient: false,
      cors: { origin: true, credentials: true },
      maxHttpBufferSize: 200_000,
      pingInterval: 5000,
      pingTimeout: 10_000,
    });
    serveSignalling(io.of(mediaNamespace.path), rooms, new TicketDesk(config.NODE_SECRET, config.NODE_NAME), log);
    const link = new ApiLink(config, facts, rooms, spool, log);

    await new Promise<void>((resolve, reject) => {
      http.once('error', reject);
      http.listen(config.PORT, config.HOST, resolve);
    });
    link.connect();
    log.info('The media node listens.', { port: config.PORT, rtcPort: config.RTC_PORT, workers: config.WORKERS });
    return new MediaNode(log, http, io, workers, rooms, recorder, spool, facts, link);
  }

  /** Ends every recording, stores what is left and tells the API, for a few seconds; then lets go of ports and workers. */
  async stop(): Promise<void> {
    this.recorder.stop();
    await this.rooms.drain('shutdown');
    const closed = this.io.close();
    this.http.closeIdleConnections();
    await this.spool.settle(storeMilliseconds);
    this.spool.close();
    await this.link.flush(tellMilliseconds);
    this.link.close();
    await this.facts.close();
    this.http.closeAllConnections();
    await closed;
    this.workers.close();
    this.log.info('The media node has stopped.', { segmentsLeft: this.spool.backlog, factsLeft: this.facts.waiting });
  }
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

function listener(config: MediaConfig, answer: Listener): Server {
  if (config.TLS_CERT_FILE === undefined || config.TLS_KEY_FILE === undefined) return createHttpServer(answer);
  return createHttpsServer(
    { cert: readFileSync(config.TLS_CERT_FILE), key: readFileSync(config.TLS_KEY_FILE) },
    answer,
  );
}

function answerHealth(request: IncomingMessage, response: ServerResponse, ready: () => boolean): void {
  const path = request.url?.split('?')[0];
  const status = path === '/health/live' ? 200 : path === '/health/ready' ? (ready() ? 200 : 503) : 404;
  response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(JSON.stringify({ status: status === 200 ? 'ok' : 'not ready' }));
}
