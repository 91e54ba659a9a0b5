import type { SimpleWatch } from '../domain/simple-watch';
import { ConditionDetector } from './condition-detector';

/**
 * SCR-01. A page that is hidden and one that merely lost the focus to another window are the same thing for us; focus in
 * a frame of our own page is not, which is why the document is asked and the event not believed.
 */
export class WindowDetector extends ConditionDetector<SimpleWatch> {
  constructor(watch: SimpleWatch, now: () => number) {
    super(watch, now);
  }

  /** While allowed, being away is in order. */
  allow(allowed: boolean): void {
    this.emit(this.watch.suspend(this.now(), allowed));
  }

  protected listen(signal: AbortSignal): void {
    const look = () => this.look();
    document.addEventListener('visibilitychange', look, { signal });
    for (const event of ['blur', 'focus', 'pageshow']) window.addEventListener(event, look, { signal });
  }

  protected look(): void {
    const hidden = document.visibilityState === 'hidden';
    const away = hidden || !document.hasFocus();
    this.seen(this.watch.set(this.now(), away, away ? { via: hidden ? 'hidden' : 'focus-lost' } : undefined));
  }
}
