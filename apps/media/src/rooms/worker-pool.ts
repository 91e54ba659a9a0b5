import { setTimeout as delay } from 'node:timers/promises';

import { createWorker } from 'mediasoup';
import type { Router, RouterRtpCodecCapability, WebRtcServer, Worker } from 'mediasoup/types';

import type { Log } from '@aigaq/platform';

import type { MediaConfig } from '../config';

const codecs: RouterRtpCodecCapability[] = [
  { kind: 'audio', mimeType: 'audio/opus', clockRate: 48_000, channels: 2 },
  { kind: 'video', mimeType: 'video/VP8', clockRate: 90_000 },
  { kind: 'video', mimeType: 'video/VP9', clockRate: 90_000, parameters: { 'profile-id': 0 } },
];

const retryMilliseconds = 1000;

export interface PooledRouter {
  router: Router;
  webRtcServer: WebRtcServer;
}

interface Slot {
  index: number;
  worker: Worker;
  webRtcServer: WebRtcServer;
  routers: number;
}

/** mediasoup workers, one a core; a worker that dies is replaced and its rooms are told. */
export class WorkerPool {
  private readonly slots: Slot[] = [];
  /** The replacement that is under way. */
  private replacing: Promise<void> = Promise.resolve();
  private closed = false;

  private constructor(
    private readonly config: MediaConfig,
    private readonly log: Log,
  ) {}

  static async start(config: MediaConfig, log: Log): Promise<WorkerPool> {
    const pool = new WorkerPool(config, log);
    for (let index = 0; index < config.WORKERS; index += 1) await pool.open(index);
    return pool;
  }

  get healthy(): boolean {
    return this.slots.length === this.config.WORKERS;
  }

  /** A router on the worker that carries the fewest; while a single worker is being replaced, that is waited for. */
  async router(): Promise<PooledRouter> {
    if (this.slots.length === 0) await this.replacing;
    const slot = this.slots.reduce<Slot | undefined>(
      (least, each) => (least && least.routers <= each.routers ? least : each),
      undefined,
    );
    if (!slot) throw new Error('No mediasoup worker is running.');
    // Counted before it is there: rooms that open at the same moment are spread too.
    slot.routers += 1;
    try {
      const router = await slot.worker.createRouter({ mediaCodecs: codecs });
      router.observer.once('close', () => {
        slot.routers -= 1;
      });
      return { router, webRtcServer: slot.webRtcServer };
    } catch (error) {
      slot.routers -= 1;
      throw error;
    }
  }

  close(): void {
    this.closed = true;
    for (const slot of this.slots) slot.worker.close();
  }

  private async open(index: number): Promise<void> {
    const { MEDIASOUP_WORKER_BIN: workerBin } = this.config;
    const worker = await createWorker({ logLevel: 'warn', ...(workerBin === undefined ? {} : { workerBin }) });
    try {
      const slot: Slot = { index, worker, webRtcServer: await this.listen(worker, index), routers: 0 };
      this.slots.push(slot);
      worker.once('died', (error) => {
        this.slots.splice(this.slots.indexOf(slot), 1);
        this.log.error('A mediasoup worker died; its rooms open again on another.', error, { index });
        this.replacing = this.replace(index);
      });
    } catch (error) {
      worker.close();
      throw error;
    }
  }

  private listen(worker: Worker, index: number): Promise<WebRtcServer> {
    const where = {
      ip: this.config.RTC_LISTEN_IP,
      announcedAddress: this.config.RTC_ANNOUNCED_ADDRESS,
      port: this.config.RTC_PORT + index,
    };
    return worker.createWebRtcServer({
      listenInfos: [
        { protocol: 'udp', ...where },
        { protocol: 'tcp', ...where },
      ],
    });
  }

  private async replace(index: number): Promise<void> {
    while (!this.closed)
      try {
        await this.open(index);
        this.log.info('A mediasoup worker was replaced.', { index });
        return;
      } catch (error) {
        this.log.error('A mediasoup worker could not be replaced; this is tried again.', error, { index });
        await delay(retryMilliseconds);
      }
  }
}
