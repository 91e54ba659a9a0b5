import type { Detector, Health, ObservationChange, Report } from '../domain/observation';
import { tickMs } from './clock';

interface Watch {
  tick(at: number): ObservationChange[];
  stop(at: number): ObservationChange[];
}

/** A detector of something that the page's own events tell; looked at again every second, for events get lost. */
export abstract class ConditionDetector<W extends Watch> implements Detector {
  private report: Report | null = null;
  private stopping = new AbortController();
  private counted = 0;
  private seenAt: number | null = null;

  protected constructor(
    protected readonly watch: W,
    protected readonly now: () => number,
  ) {}

  start(report: Report): void {
    if (this.report !== null) return;
    this.report = report;
    this.stopping = new AbortController();
    const timer = setInterval(() => {
      this.look();
      this.emit(this.watch.tick(this.now()));
    }, tickMs);
    this.stopping.signal.addEventListener('abort', () => clearInterval(timer));
    this.listen(this.stopping.signal);
    this.look();
  }

  stop(): void {
    this.stopping.abort();
    this.emit(this.watch.stop(this.now()));
    this.report = null;
  }

  health(): Health {
    if (this.report === null || !this.supported()) return 'off';
    return this.seenAt === null ? 'starting' : 'working';
  }

  problem(): string | undefined {
    return this.supported() ? undefined : 'not-supported';
  }

  get lastSampleAt(): number | null {
    return this.seenAt;
  }

  get samples(): number {
    return this.counted;
  }

  /** Subscribes to the page's events until the signal. */
  protected abstract listen(signal: AbortSignal): void;
  /** Reads the page's state now and hands it to the watch. */
  protected abstract look(): void;

  protected supported(): boolean {
    return true;
  }

  protected emit(changes: readonly ObservationChange[]): void {
    for (const change of changes) this.report?.(change);
  }

  protected seen(changes: readonly ObservationChange[]): void {
    this.counted += 1;
    this.seenAt = this.now();
    this.emit(changes);
  }

  protected get running(): boolean {
    return this.report !== null;
  }
}
