/** Where packets go in the order of their sequence numbers. */
export interface OrderedSink {
  /** The next packet; `bytes` is valid only during the call. */
  packet(bytes: Uint8Array, arrivedAt: number): void;
  /** So many packets did not come in time; `now` is when that was settled. */
  lost(count: number, now: number): void;
}

const SMALLEST = 64;
/** More packets than this behind a hole end the wait: two seconds of 16 Mbit/s, far above anything recorded. */
const LARGEST = 4096;
/** A long wait is rare: its room is given back when it is over. */
const SHRINK_ABOVE = 256;

/**
 * Puts the packets of one track in order. What comes in order passes through untouched; behind a hole packets are kept,
 * copied, until the hole is filled or the first packet behind it is `waitMs` old. Duplicates and packets that come after
 * they were given up are dropped.
 */
export class ReorderBuffer {
  #slots: (Uint8Array | undefined)[] = new Array<Uint8Array | undefined>(SMALLEST).fill(undefined);
  #arrivals = new Float64Array(SMALLEST);
  #held = 0;
  #next: number | null = null;
  /** Arrival of the earliest packet held; only meaningful while there is one. */
  #since = 0;

  constructor(
    private readonly waitMs: number,
    private readonly sink: OrderedSink,
  ) {}

  /** The unwrapped sequence number that comes next; null before the first packet. */
  get next(): number | null {
    return this.#next;
  }

  /** Since when a hole has been waited for; null when nothing is missing. */
  get waitingSince(): number | null {
    return this.#held > 0 ? this.#since : null;
  }

  /** @param sequence unwrapped */
  push(sequence: number, bytes: Uint8Array, arrivedAt: number): void {
    this.#next ??= sequence;
    if (sequence < this.#next) return;
    if (sequence === this.#next) {
      this.#next++;
      this.sink.packet(bytes, arrivedAt);
      if (this.#held > 0) this.#release();
      return;
    }
    if (sequence - this.#next >= LARGEST) this.#skipTo(sequence, bytes, arrivedAt);
    else this.#hold(sequence, bytes, arrivedAt);
  }

  /** Gives up what has been waited for long enough by `now`. */
  advance(now: number): void {
    while (this.#held > 0 && now >= this.#since + this.waitMs) this.#giveUp(this.#since + this.waitMs);
  }

  /** Gives up all that is missing and passes on all that is held. */
  flush(now: number): void {
    while (this.#held > 0) this.#giveUp(now);
  }

  /** Starts anew with whatever comes next. Call `flush` before, or what is held is gone. */
  reset(): void {
    this.#allocate(SMALLEST);
    this.#held = 0;
    this.#next = null;
  }

  #hold(sequence: number, bytes: Uint8Array, arrivedAt: number): void {
    while (sequence - this.#next! >= this.#slots.length) this.#grow();
    const slot = sequence & (this.#slots.length - 1);
    if (this.#slots[slot] !== undefined) return;
    this.#slots[slot] = new Uint8Array(bytes); // not slice(): of a Buffer that is no copy
    this.#arrivals[slot] = arrivedAt;
    if (this.#held === 0 || arrivedAt < this.#since) this.#since = arrivedAt;
    this.#held++;
  }

  #skipTo(sequence: number, bytes: Uint8Array, arrivedAt: number): void {
    this.flush(arrivedAt);
    const next = this.#next!;
    if (sequence - next < LARGEST) {
      this.push(sequence, bytes, arrivedAt);
      return;
    }
    this.sink.lost(sequence - next, arrivedAt);
    this.#next = sequence + 1;
    this.sink.packet(bytes, arrivedAt);
  }

  #giveUp(now: number): void {
    const hole = this.#next!;
    let sequence = hole;
    while (this.#slots[sequence & (this.#slots.length - 1)] === undefined) sequence++;
    this.#next = sequence;
    this.sink.lost(sequence - hole, now);
    this.#release();
  }

  /** Passes on what now follows without a hole. */
  #release(): void {
    const mask = this.#slots.length - 1;
    let slot = this.#next! & mask;
    let bytes = this.#slots[slot];
    while (bytes !== undefined) {
      this.#slots[slot] = undefined;
      this.#held--;
      this.#next!++;
      this.sink.packet(bytes, this.#arrivals[slot]!);
      slot = this.#next! & mask;
      bytes = this.#slots[slot];
    }
    if (this.#held > 0) this.#since = this.#earliest();
    else if (this.#slots.length > SHRINK_ABOVE) this.#allocate(SMALLEST);
  }

  #earliest(): number {
    let earliest = Infinity;
    for (let slot = 0; slot < this.#slots.length; slot++) {
      if (this.#slots[slot] !== undefined && this.#arrivals[slot]! < earliest) earliest = this.#arrivals[slot]!;
    }
    return earliest;
  }

  #grow(): void {
    const slots = this.#slots;
    const arrivals = this.#arrivals;
    const size = slots.length * 2;
    this.#allocate(size);
    for (let offset = 0; offset < slots.length; offset++) {
      const sequence = this.#next! + offset;
      const from = sequence & (slots.length - 1);
      if (slots[from] === undefined) continue;
      this.#slots[sequence & (size - 1)] = slots[from];
      this.#arrivals[sequence & (size - 1)] = arrivals[from]!;
    }
  }

  #allocate(size: number): void {
    this.#slots = new Array<Uint8Array | undefined>(size).fill(undefined);
    this.#arrivals = new Float64Array(size);
  }
}
