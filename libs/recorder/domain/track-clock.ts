import { ParticipantClock } from './participant-clock';

/** So many sender reports are held; their median is robust against a report made from a late packet. */
const REPORTS = 5;

/**
 * Maps the RTP time of one track (unwrapped ticks) to the server's wall clock: by sender reports and the participant's
 * clock, and until the first report by the smallest difference between arrival and RTP time.
 */
export class TrackClock {
  readonly #msPerTick: number;
  readonly #participant: ParticipantClock;
  /** The track's own estimate before a report: its RTP time against arrival, by the same rule as the participant's. */
  #own = new ParticipantClock();
  /** The sender's time of RTP time 0, from the latest reports, oldest first. */
  #origins: number[] = [];
  #origin: number | null = null;

  constructor(clockRate: number, participant: ParticipantClock) {
    this.#msPerTick = 1000 / clockRate;
    this.#participant = participant;
  }

  /** A packet with this RTP time arrived. */
  arrived(ticks: number, at: number): void {
    const ms = ticks * this.#msPerTick;
    if (this.#origin === null) this.#own.observe(ms, at);
    else this.#participant.observe(this.#origin + ms, at);
  }

  /** A sender report: at `ntpMs` of the sender's clock the RTP time was `ticks`. */
  reported(ntpMs: number, ticks: number, at: number): void {
    const ms = ticks * this.#msPerTick;
    const predicted = this.#origin === null ? null : this.#origin + ms;
    const origin = this.#participant.reported(ntpMs, at, predicted) - ms;
    // RTP time that jumped makes the reports before it useless.
    if (this.#origin !== null && Math.abs(origin - this.#origin) > 1000) this.#origins.length = 0;
    this.#origins.push(origin);
    if (this.#origins.length > REPORTS) this.#origins.shift();
    this.#origin = median(this.#origins);
  }

  /** The server's wall time of an RTP time, milliseconds; NaN-free only after `arrived` was called once. */
  toServer(ticks: number): number {
    const ms = ticks * this.#msPerTick;
    const clock = this.#origin === null ? this.#own : this.#participant;
    return clock.toServer(this.#origin === null ? ms : this.#origin + ms) ?? ms;
  }

  /** RTP time starts anew (another SSRC, a jump): nothing known of it holds any longer. */
  reset(): void {
    this.#own = new ParticipantClock();
    this.#origins = [];
    this.#origin = null;
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1]!;
}
