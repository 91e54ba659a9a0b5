import type { FrameParameters } from './parameters';

/** Frames that have to be cheap in a row before the interval shrinks again. */
const patience = 10;
/** Weight of the newest frame in the running mean: one slow frame is no slow machine. */
const weight = 0.3;

/** How often a frame is looked at: less often on a machine that has better things to do, such as the exam. */
export class Pace {
  private interval: number;
  private cost: number | null = null;
  private cheap = 0;

  constructor(private readonly parameters: FrameParameters) {
    this.interval = parameters.intervalMs;
  }

  /** Milliseconds between two frames. */
  get intervalMs(): number {
    return this.interval;
  }

  /** Milliseconds that a frame costs, smoothed; 0 before the first one. */
  get frameMs(): number {
    return this.cost ?? 0;
  }

  /** One frame took so many milliseconds. */
  spent(milliseconds: number): void {
    this.cost = this.cost === null ? milliseconds : this.cost + weight * (milliseconds - this.cost);
    const { budget, intervalMs, slowestIntervalMs } = this.parameters;
    if (this.cost > budget * this.interval) {
      this.interval = Math.min(slowestIntervalMs, this.interval * 2);
      this.cheap = 0;
      return;
    }
    // Half the interval has to leave half the budget free, or it would swing to and fro.
    this.cheap = this.cost <= (budget * this.interval) / 4 ? this.cheap + 1 : 0;
    if (this.cheap < patience) return;
    this.interval = Math.max(intervalMs, this.interval / 2);
    this.cheap = 0;
  }
}
