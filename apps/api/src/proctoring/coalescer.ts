/**
 * Runs the work of a key at once when it has been quiet, and however often it is asked for after that, once in each
 * interval: the last request is always followed by a run.
 */
export class Coalescer {
  private readonly waiting = new Map<string, { timer: NodeJS.Timeout; work: (() => void) | undefined }>();

  /** @param interval milliseconds between two runs of one key */
  constructor(private readonly interval: number) {}

  run(key: string, work: () => void): void {
    const held = this.waiting.get(key);
    if (held) {
      held.work = work;
      return;
    }
    this.hold(key);
    work();
  }

  /** Drops what still waits. */
  stop(): void {
    for (const { timer } of this.waiting.values()) clearTimeout(timer);
    this.waiting.clear();
  }

  private hold(key: string): void {
    const timer = setTimeout(() => {
      const work = this.waiting.get(key)?.work;
      this.waiting.delete(key);
      if (!work) return;
      this.hold(key);
      work();
    }, this.interval);
    this.waiting.set(key, { timer, work: undefined });
  }
}
