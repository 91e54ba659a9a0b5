export const rates = [0.5, 1, 2, 4, 8, 16] as const;
export type Rate = (typeof rates)[number];

/**
 * Where the review stands. Camera, screen and sound follow it, so that one of them may be missing or late without
 * the others caring. `now` is any steady clock in milliseconds; positions are milliseconds since 1970.
 */
export class MasterClock {
  private anchorPosition: number;
  private anchorNow = 0;
  private playing = false;
  /** Wants to go on but waits for media. */
  private holding = false;
  private speed: Rate = 1;

  constructor(position: number) {
    this.anchorPosition = position;
  }

  get isPlaying(): boolean {
    return this.playing;
  }

  get isHeld(): boolean {
    return this.holding;
  }

  get rate(): Rate {
    return this.speed;
  }

  /** Whether time passes just now. */
  get isMoving(): boolean {
    return this.playing && !this.holding;
  }

  positionAt(now: number): number {
    if (!this.isMoving) return this.anchorPosition;
    return this.anchorPosition + Math.max(0, now - this.anchorNow) * this.speed;
  }

  play(now: number): void {
    this.change(now, () => (this.playing = true));
  }

  pause(now: number): void {
    this.change(now, () => {
      this.playing = false;
      this.holding = false;
    });
  }

  /** Stands still until what has to be seen is there. */
  hold(now: number, held: boolean): void {
    if (held !== this.holding) this.change(now, () => (this.holding = held));
  }

  setRate(now: number, rate: Rate): void {
    this.change(now, () => (this.speed = rate));
  }

  seek(now: number, position: number): void {
    this.change(now, () => (this.anchorPosition = position));
  }

  private change(now: number, apply: () => void): void {
    this.anchorPosition = this.positionAt(now);
    this.anchorNow = now;
    apply();
  }
}
