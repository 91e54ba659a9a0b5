import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';

import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';

import { AppModule } from './app.module';
import type { ApiConfig } from './config';
import { useSecurityHeaders } from './http/security-headers';
import { SERVING, type ServingSettings } from './http/settings';
import { useWebClient } from './http/web-client';
import { NestLog } from './nest-log';
import { SocketAdapter } from './sockets/socket-adapter';

/** How long open answers may still take when the process is told to end. */
const graceMilliseconds = 10_000;
/** Longer than balancers keep theirs, so that none sends into a connection that we are closing. */
const keepAliveMilliseconds = 75_000;

/** The API, ready to listen: migrated, checked, with its jobs not yet running. */
export async function createApp(config: ApiConfig): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config), {
    logger: new NestLog(),
    bodyParser: false,
    abortOnError: false,
    ...(config.TLS_CERT_FILE === undefined ? {} : { httpsOptions: readTls(config.TLS_CERT_FILE, config.TLS_KEY_FILE) }),
  });
  configureApp(app);
  return app;
}

/** What stands around the routes; apart from `createApp` so that a test can make the modules itself. */
export function configureApp(app: NestExpressApplication): void {
  const settings = app.get<ServingSettings>(SERVING);
  app.disable('x-powered-by');
  // `?a[b]=c` is a key like any other, and refused as one.
  app.set('query parser', 'simple');
  app.set('trust proxy', settings.proxyHops);
  useSecurityHeaders(app, settings);
  app.use(compression());
  if (settings.webFolder !== undefined) useWebClient(app, settings.webFolder);
  app.useWebSocketAdapter(new SocketAdapter(app));
  const server: Server = app.getHttpServer();
  server.keepAliveTimeout = keepAliveMilliseconds;
  server.headersTimeout = keepAliveMilliseconds + 5000;
}

/** Ends the process's work on SIGTERM and SIGINT: no new requests, open ones finish, jobs and outbox stop, then the database. */
export function endOnSignals(app: NestExpressApplication): void {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    const server: Server = app.getHttpServer();
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), graceMilliseconds).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, end);
}

function readTls(certFile: string, keyFile: string | undefined): { cert: Buffer; key: Buffer } {
  if (keyFile === undefined) throw new Error('TLS_KEY_FILE is needed with TLS_CERT_FILE.');
  return { cert: readFileSync(certFile), key: readFileSync(keyFile) };
}
