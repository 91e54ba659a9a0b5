/** How many milliseconds the server's clock is ahead of ours, from questions whose way there and back was timed. */
interface Sample {
  readonly offset: number;
  readonly roundTrip: number;
}

/** Samples that are looked at: old ones fall out, so that a clock that drifts is followed. */
const remembered = 12;

/** The quickest answer knows best: the error of an offset is half of its round trip at most (Cristian 1989). */
export class ClockOffset {
  private samples: Sample[] = [];

  /** All in milliseconds: ours when the question left and when the answer came, the server's in between. */
  sample(sentAt: number, receivedAt: number, serverAt: number): void {
    const roundTrip = receivedAt - sentAt;
    if (!Number.isFinite(serverAt) || roundTrip < 0) return;
    this.samples = [...this.samples, { offset: serverAt - (sentAt + roundTrip / 2), roundTrip }].slice(-remembered);
  }

  /** 0 before the first answer. */
  get milliseconds(): number {
    const best = this.samples.reduce<Sample | null>(
      (least, sample) => (least === null || sample.roundTrip <= least.roundTrip ? sample : least),
      null,
    );
    return best?.offset ?? 0;
  }
}
