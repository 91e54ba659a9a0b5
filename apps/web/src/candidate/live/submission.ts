import type { Receipt } from '@aigaq/contracts';

import { asProblemError, type ProblemError } from '../../api/problem-error';
import { Value } from './value';

export type SubmissionState =
  | { readonly step: 'idle' }
  /** What is kept here is on its way. */
  | { readonly step: 'delivering' }
  /** The line is down: it hands in by itself when it is back. */
  | { readonly step: 'waiting' }
  | { readonly step: 'refused'; readonly error: ProblemError }
  | { readonly step: 'done'; readonly receipt: Receipt };

export interface SubmissionWay {
  /** Writes down what is still being typed. */
  flush(): Promise<void>;
  /** True when the server has everything that this browser kept. */
  settle(): Promise<boolean>;
  lastSequence(): Promise<number>;
  handIn(lastSequence: number): Promise<Receipt>;
}

/** Hands in once everything has arrived, however often the line breaks in between. */
export class Submission {
  readonly state = new Value<SubmissionState>({ step: 'idle' });
  private running = false;

  constructor(private readonly way: SubmissionWay) {}

  start(): void {
    void this.run();
  }

  /** The line is back, or the server spoke: tries again what waits for that. */
  wake(): void {
    if (this.state.get().step === 'waiting') void this.run();
  }

  /** The person goes on with the exam after a refusal. */
  dismiss(): void {
    if (this.state.get().step === 'refused') this.state.set({ step: 'idle' });
  }

  private async run(): Promise<void> {
    if (this.running || this.state.get().step === 'done') return;
    this.running = true;
    this.state.set({ step: 'delivering' });
    this.state.set(await this.attempt());
    this.running = false;
  }

  private async attempt(): Promise<SubmissionState> {
    try {
      await this.way.flush();
      if (!(await this.way.settle())) return { step: 'waiting' };
      const receipt = await this.way.handIn(await this.way.lastSequence());
      return { step: 'done', receipt };
    } catch (thrown) {
      const error = asProblemError(thrown);
      // `too_early`: the server misses a number that is still on its way.
      const again = error.offline || error.status >= 500 || error.has('too_early') || error.has('too_many_requests');
      return again ? { step: 'waiting' } : { step: 'refused', error };
    }
  }
}
