import type { SimpleWatch } from '../domain/simple-watch';
import { ConditionDetector } from './condition-detector';

/** NET-01. The page tells whether its server answers; the browser's own idea of being on line is worth little. */
export class ConnectionDetector extends ConditionDetector<SimpleWatch> {
  private up: boolean | null = null;

  constructor(watch: SimpleWatch, now: () => number) {
    super(watch, now);
  }

  set(up: boolean): void {
    this.up = up;
    if (this.running) this.look();
  }

  protected listen(): void {
    // The caller is the only source.
  }

  protected look(): void {
    if (this.up !== null) this.seen(this.watch.set(this.now(), !this.up));
  }
}
