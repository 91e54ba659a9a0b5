import type { FaceWatch } from '../domain/face-watch';
import type { Detector, Health, ObservationChange, Report } from '../domain/observation';
import type { FrameParameters } from '../domain/parameters';
import { CameraFrames, post } from './camera-frames';
import type { FrameWay } from './camera-frames';
import { tickMs } from './clock';
import type { FromWorker } from './face-messages';

/** A worker that says nothing for so long is replaced; while it loads the model it gets longer. */
const silenceMs = 30_000;
const loadingMs = 120_000;
const firstRestMs = 2000;
const longestRestMs = 60_000;

export interface FaceDetectorOptions {
  readonly watch: FaceWatch;
  readonly frames: FrameParameters;
  /** Address of the folder with weights and runtime, without a slash at its end. */
  readonly assets: string;
  readonly now: () => number;
  /** Default: the best that the browser has. */
  readonly way?: FrameWay | undefined;
}

/** CAM-01 and PER-01. Everything heavy is in a worker, which is started anew when it fails; until then nothing is known. */
export class FaceDetector implements Detector {
  private readonly camera: CameraFrames;
  private report: Report | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private worker: Worker | null = null;
  private ready = false;
  /** On `performance.now()`: when the worker was last heard of, and when the next one may be started. */
  private heardAt = 0;
  private restUntil = 0;
  private restMs = firstRestMs;
  private failure: string | undefined;
  private track: MediaStreamTrack | null | undefined;
  private sampledAt: number | null = null;
  private counted = 0;
  private costs: { frameMs: number; intervalMs: number } | undefined;

  constructor(private readonly options: FaceDetectorOptions) {
    this.camera = new CameraFrames(options.way);
  }

  start(report: Report): void {
    if (this.report !== null) return;
    this.report = report;
    this.timer = setInterval(() => this.tick(), tickMs);
    this.startWorker();
  }

  stop(): void {
    clearInterval(this.timer);
    this.dropWorker();
    this.emit(this.options.watch.cut('stopped'));
    this.report = null;
  }

  setTrack(track: MediaStreamTrack | null): void {
    if (track === this.track) return;
    this.track = track;
    if (this.worker !== null && this.ready) this.feed(this.worker);
  }

  health(): Health {
    if (this.report === null) return 'off';
    if (this.problem() !== undefined) return 'failed';
    return this.sampledAt === null ? 'starting' : 'working';
  }

  problem(): string | undefined {
    if (this.track === null) return 'no-camera';
    if (this.track?.readyState === 'ended') return 'camera-ended';
    if (this.track?.muted === true || this.track?.enabled === false) return 'camera-muted';
    if (this.failure !== undefined) return this.failure;
    const { now, frames } = this.options;
    const late =
      this.sampledAt !== null &&
      now() - this.sampledAt > Math.max(frames.longestGapMs, 2.5 * (this.costs?.intervalMs ?? 0));
    return late ? 'no-frames' : undefined;
  }

  get lastSampleAt(): number | null {
    return this.sampledAt;
  }

  get cost(): { frameMs: number; intervalMs: number } | undefined {
    return this.costs;
  }

  get samples(): number {
    return this.counted;
  }

  private emit(changes: readonly ObservationChange[]): void {
    for (const change of changes) this.report?.(change);
  }

  private tick(): void {
    this.emit(this.options.watch.tick(this.options.now()));
    const time = performance.now();
    if (this.worker === null) {
      if (time >= this.restUntil) this.startWorker();
      return;
    }
    if (this.ready && !this.usable()) this.heardAt = time;
    if (time - this.heardAt > (this.ready ? silenceMs : loadingMs)) this.fail('worker-silent');
  }

  private startWorker(): void {
    const worker = new Worker(new URL('./face.worker.ts', import.meta.url), { type: 'module', name: 'faces' });
    this.worker = worker;
    this.heardAt = performance.now();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => this.hear(worker, data);
    worker.onerror = () => this.fail('worker-crashed');
    const { assets, frames } = this.options;
    post(worker, { type: 'begin', assets, frames, pageTime: performance.now() });
  }

  private hear(worker: Worker, message: FromWorker): void {
    if (worker !== this.worker) return;
    this.heardAt = performance.now();
    if (message.type === 'sample') this.sample(message);
    if (message.type === 'want') void this.camera.give(worker);
    if (message.type === 'failed') this.fail(message.problem);
    if (message.type === 'ready') {
      this.ready = true;
      this.feed(worker);
    }
    // The camera goes on, only its frames stopped coming: another worker gets them anew.
    if (message.type === 'stream-ended' && this.usable()) this.fail('frames-ended');
  }

  private sample(message: FromWorker & { type: 'sample' }): void {
    // What the camera shows while the page itself has switched it off is black, and says nothing.
    if (!this.usable()) return;
    const { watch, now } = this.options;
    const { scores, brightness, intervalMs, frameMs } = message;
    const at = now() - (performance.now() - message.pageTime);
    this.sampledAt = at;
    this.counted += 1;
    this.costs = { frameMs, intervalMs };
    this.failure = undefined;
    this.restMs = firstRestMs;
    this.emit(watch.read({ at, scores, brightness, intervalMs }));
  }

  private usable(): boolean {
    const { track } = this;
    return track !== null && track !== undefined && track.readyState === 'live' && !track.muted && track.enabled;
  }

  private feed(worker: Worker): void {
    if (this.track === undefined) return;
    if (this.track === null || this.track.readyState === 'ended') this.camera.detach(worker);
    else this.camera.attach(worker, this.track);
  }

  private fail(problem: string): void {
    this.failure = problem;
    this.dropWorker();
    this.restUntil = performance.now() + this.restMs;
    this.restMs = Math.min(longestRestMs, this.restMs * 2);
  }

  private dropWorker(): void {
    this.camera.detach();
    this.worker?.terminate();
    this.worker = null;
    this.ready = false;
  }
}
