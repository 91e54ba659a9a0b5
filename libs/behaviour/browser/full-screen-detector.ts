import type { SimpleWatch } from '../domain/simple-watch';
import { ConditionDetector } from './condition-detector';

/** SCR-06. Counts from the first time that the page filled the screen, or from `expect`. Off where a browser cannot do it. */
export class FullScreenDetector extends ConditionDetector<SimpleWatch> {
  private expected = false;
  /** Full screen by the browser's own key has no element, only this display mode. */
  private readonly mode = window.matchMedia('(display-mode: fullscreen)');

  constructor(watch: SimpleWatch, now: () => number) {
    super(watch, now);
  }

  expect(): void {
    this.expected = true;
    if (this.running) this.look();
  }

  allow(allowed: boolean): void {
    this.emit(this.watch.suspend(this.now(), allowed));
  }

  protected override supported(): boolean {
    return document.fullscreenEnabled;
  }

  protected listen(signal: AbortSignal): void {
    const look = () => this.look();
    document.addEventListener('fullscreenchange', look, { signal });
    this.mode.addEventListener('change', look, { signal });
  }

  protected look(): void {
    if (!this.supported()) return;
    const full = document.fullscreenElement !== null || this.mode.matches;
    if (full) this.expected = true;
    if (this.expected) this.seen(this.watch.set(this.now(), !full));
  }
}
