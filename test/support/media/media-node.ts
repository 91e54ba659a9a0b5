import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { root } from '../../../scripts/set-up/paths.mjs';
import { freePort } from '../../../scripts/set-up/ports.mjs';
import { startProcess, untilHealthy, type RunningProcess } from '../../../scripts/set-up/processes.mjs';
import { mediasoupWorker } from '../../../scripts/set-up/worker.mjs';

export interface NodeOptions {
  readonly folder: string;
  readonly secret: string;
  readonly apiPort: number;
  /** Where browsers are sent for the media; default where the node listens. */
  readonly announced?: string;
  readonly rtcPort: number;
}

/** The media node as the real program, which can be ended in every way and started again on the same ports and folder. */
export class MediaNodeProcess {
  private running: RunningProcess | undefined;

  private constructor(
    private readonly options: NodeOptions,
    private readonly port: number,
    private readonly workerBin: string,
  ) {}

  static async prepare(options: NodeOptions): Promise<MediaNodeProcess> {
    return new MediaNodeProcess(options, await freePort(), await mediasoupWorker(() => undefined));
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get store(): string {
    return join(this.options.folder, 'store');
  }

  /** Where segments wait for the store. */
  get spool(): string {
    return join(this.options.folder, 'media', 'local', 'spool');
  }

  /** Resolves when the node is ready: listening, with all its workers, and taken in by the API unless that is away. */
  async start({ apiIsThere = true }: { apiIsThere?: boolean } = {}): Promise<void> {
    const { folder, secret, apiPort, announced = '127.0.0.1', rtcPort } = this.options;
    this.running = startProcess({
      name: 'media node',
      program: join(root, 'dist', 'apps', 'media', 'src', 'main.js'),
      env: {
        NODE_ENV: 'test',
        LOG_LEVEL: 'info',
        HOST: '127.0.0.1',
        PORT: String(this.port),
        API_URL: `http://127.0.0.1:${apiPort}`,
        NODE_SECRET: secret,
        NODE_NAME: 'local',
        MEDIA_URL: this.url,
        MEDIASOUP_WORKER_BIN: this.workerBin,
        WORKERS: '1',
        RTC_LISTEN_IP: '127.0.0.1',
        RTC_ANNOUNCED_ADDRESS: announced,
        RTC_PORT: String(rtcPort),
        DATA_DIR: folder,
        STORE: 'folder',
        STORE_DIR: this.store,
      },
      logFile: this.logFile,
    });
    await untilHealthy(this.running, `http://127.0.0.1:${this.port}/health/${apiIsThere ? 'ready' : 'live'}`);
  }

  get logFile(): string {
    return join(this.options.folder, 'media.log');
  }

  log(): Promise<string> {
    return readFile(this.logFile, 'utf8');
  }

  /** SIGTERM; resolves when it has ended by itself. Rejects when it had to be killed. */
  async stop(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    if (!running) return;
    let killed = false;
    const guard = setTimeout(() => (killed = true), 15_000);
    await running.stop(15_000);
    clearTimeout(guard);
    if (killed) throw new Error('The media node did not end when it was asked to.');
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    const { running } = this;
    this.running = undefined;
    running?.kill();
    await running?.stop();
  }

  /** SIGKILL to its mediasoup workers. */
  async killWorkers(): Promise<void> {
    const pids = await childrenOf(this.running?.pid ?? 0);
    if (pids.length === 0) throw new Error('There is no worker to kill.');
    for (const pid of pids) process.kill(pid, 'SIGKILL');
  }
}

/** Linux only, like the media node. */
async function childrenOf(pid: number): Promise<number[]> {
  const threads = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(threads.map((id) => readFile(`/proc/${pid}/task/${id}/children`, 'utf8')));
  return lists.flatMap((list) => list.split(' ').filter(Boolean).map(Number));
}
