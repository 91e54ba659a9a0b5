/**
 * Turns a counter that wraps (16-bit sequence numbers, 32-bit timestamps) into one that does not: each value is taken
 * as the nearest to the highest one so far. Exact for 2^53 steps; the first value stays as it is, so that values before
 * it come out lower, even negative.
 */
export class Unwrapper {
  readonly #range: number;
  #last: number | null = null;

  constructor(bits: 16 | 32) {
    this.#range = 2 ** bits;
  }

  /** What `value` means, and remembers it when it is the highest. */
  next(value: number): number {
    const unwrapped = this.peek(value);
    if (this.#last === null || unwrapped > this.#last) this.#last = unwrapped;
    return unwrapped;
  }

  /** What `value` means, without remembering it. */
  peek(value: number): number {
    if (this.#last === null) return value;
    const range = this.#range;
    let step = (value - this.#last) % range;
    if (step >= range / 2) step -= range;
    else if (step < -range / 2) step += range;
    return this.#last + step;
  }

  reset(): void {
    this.#last = null;
  }
}
