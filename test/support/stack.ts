import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb } from '../../scripts/set-up/build.mjs';
import { freePort } from '../../scripts/set-up/ports.mjs';
import { startStack as startProcesses } from '../../scripts/set-up/stack.mjs';
import { mediasoupWorker } from '../../scripts/set-up/worker.mjs';
import { createDatabase } from './database';

export interface TestStack {
  /** To open in a browser. */
  readonly url: string;
  /** The media node's signalling. */
  readonly mediaUrl: string;
  readonly databaseUrl: string;
  /** Holds the store, the logs and, with `demo`, `demo-accounts.json`. */
  readonly dataFolder: string;
  readonly processes: Awaited<ReturnType<typeof startProcesses>>['processes'];
  stop(): Promise<void>;
}

export interface StackOptions {
  /** Whether the demonstration college is made; default true. */
  readonly demo?: boolean;
  /** Settings for both processes beside the usual ones. */
  readonly extra?: Record<string, string>;
}

/**
 * Starts API and media node as the real programs, on free ports, a database of its own and a fresh data folder: what
 * `npm start` runs, once more beside it.
 */
export async function startStack({ demo = true, extra = {} }: StackOptions = {}): Promise<TestStack> {
  await buildWeb();
  const database = await createDatabase();
  const dataFolder = await mkdtemp(join(tmpdir(), 'aigaq-stack-'));
  const [port, mediaPort, rtcPort] = [await freePort(), await freePort(), await freePort()];
  const stack = await startProcesses({
    dataFolder,
    databaseUrl: database.url,
    secret: randomBytes(48).toString('base64url'),
    nodeSecret: randomBytes(48).toString('base64url'),
    workerBin: await mediasoupWorker(() => undefined),
    port,
    mediaPort,
    rtcPort,
    demo,
    logFolder: join(dataFolder, 'logs'),
    // Each further worker would take the next port, which nobody has looked at.
    extra: { WORKERS: '1', NODE_ENV: 'test', ...extra },
  });
  return {
    url: stack.url,
    mediaUrl: stack.mediaUrl,
    databaseUrl: database.url,
    dataFolder,
    processes: stack.processes,
    stop: async () => {
      await stack.stop();
      await database.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
