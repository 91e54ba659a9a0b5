import { Episode } from './episode';
import type { Reading } from './episode';
import type { Detail, ObservationChange } from './observation';

interface State {
  readonly reading: Reading;
  readonly detail?: Detail;
  readonly since?: number;
}

/** Something that is the case from one event of the page to the next, such as a hidden tab: it needs no sampling. */
export class Condition {
  private state: State | null = null;

  constructor(private readonly episode: Episode) {}

  /** From `at` on this is the case. */
  set(at: number, state: State): ObservationChange[] {
    const before = this.tick(at);
    this.state = state;
    return [...before, ...this.tick(at)];
  }

  /** It still is the case at `at`. */
  tick(at: number): ObservationChange[] {
    return this.state === null ? [] : this.episode.read({ at, ...this.state });
  }

  /** From `at` on nobody asks whether it is the case, until it is set again. */
  stop(at: number): ObservationChange[] {
    const before = this.tick(at);
    this.state = null;
    return [...before, ...this.episode.cut('stopped')];
  }
}
