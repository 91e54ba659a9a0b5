import { WebmWriter, type WebmTrack } from './webm-writer';

/** The segment being written: its file so far and what is counted for it. Times are unwrapped RTP ticks. */
export class SegmentDraft {
  readonly #writer: WebmWriter;
  readonly #msPerTick: number;
  lastTicks: number;
  frames = 0;
  keyframes = 0;
  packets = 0;
  lostPackets = 0;

  constructor(
    readonly track: WebmTrack,
    readonly firstTicks: number,
    /** When the first frame arrived, by the server's clock. */
    readonly arrivedAt: number,
    clockRate: number,
    capacity?: number,
  ) {
    this.#writer = new WebmWriter(track, capacity);
    this.#msPerTick = 1000 / clockRate;
    this.lastTicks = firstTicks;
  }

  /** Bytes so far. */
  get size(): number {
    return this.#writer.size;
  }

  /** Milliseconds from the first frame to `ticks`. */
  ageMs(ticks: number): number {
    return (ticks - this.firstTicks) * this.#msPerTick;
  }

  /** A frame of the sender, which came in so many packets. */
  add(ticks: number, key: boolean, bytes: Uint8Array, from: number, to: number, packets: number): void {
    this.write(ticks, key, bytes, from, to);
    this.frames++;
    if (key) this.keyframes++;
    this.packets += packets;
  }

  /** A frame that the recorder made itself. */
  write(ticks: number, key: boolean, bytes: Uint8Array, from: number, to: number): void {
    this.#writer.frame(Math.round(this.ageMs(ticks)), key, bytes, from, to);
    this.lastTicks = ticks;
  }

  finish(startedAt: number, durationMs: number): Uint8Array {
    return this.#writer.finish(startedAt, durationMs);
  }
}
