/** A sender's clock may run so much slower than ours without an earlier minimum holding the offset down: 200 ppm. */
const DRIFT_PER_MS = 0.0002;
/** Less than this between two reports of one track is jitter, more is a clock that was set (or a jump of RTP time). */
const STEP_MS = 1_000;

/**
 * How one sender's clock lies to the server's. Camera, screen and microphone of one participant share one object, so
 * that they stay in step with each other whatever the network does to one of them.
 *
 * Nothing arrives before it was sent, so the smallest difference ever seen between arrival and sending is the best
 * estimate of the offset (plus the shortest way). It may rise by the drift of a bad crystal and no faster; a smaller
 * difference is taken at once. The sender's clock may be set by hand while an exam runs: then all that it said before
 * is moved by the same step.
 */
export class ParticipantClock {
  #offset: number | null = null;
  #at = 0;
  /** Sum of the steps that the sender's clock was set by; senders' times are kept without them. */
  #steps = 0;

  /**
   * The sender's time of a sender report, freed of the steps of its clock; everything in milliseconds.
   * @param predictedMs the same moment by the track's earlier reports, null when there were none
   */
  reported(ntpMs: number, arrivedAt: number, predictedMs: number | null): number {
    const step = predictedMs === null ? 0 : ntpMs - this.#steps - predictedMs;
    // A step that arrival does not share is the clock's; otherwise it was the track's RTP time that jumped.
    if (this.#offset !== null && Math.abs(step) > STEP_MS) {
      const late = arrivedAt - (ntpMs - this.#steps) - this.#offset;
      if (Math.sign(step) * late < -Math.abs(step) / 2) this.#steps += step;
    }
    const senderMs = ntpMs - this.#steps;
    this.observe(senderMs, arrivedAt);
    return senderMs;
  }

  /** Something sent at `senderMs` (as `reported` gives it) arrived at `arrivedAt`. */
  observe(senderMs: number, arrivedAt: number): void {
    const difference = arrivedAt - senderMs;
    if (this.#offset === null) {
      this.#offset = difference;
      this.#at = arrivedAt;
      return;
    }
    const elapsed = arrivedAt - this.#at;
    const risen = elapsed > 0 ? this.#offset + elapsed * DRIFT_PER_MS : this.#offset;
    this.#offset = difference < risen ? difference : risen;
    if (elapsed > 0) this.#at = arrivedAt;
  }

  /** The server's time of a moment of the sender's clock; null before anything was observed. */
  toServer(senderMs: number): number | null {
    return this.#offset === null ? null : senderMs + this.#offset;
  }
}
