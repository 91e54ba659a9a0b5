const FIRST_CAPACITY = 64 * 1024;

/** Writes EBML elements (RFC 8794) into one growing buffer. Sizes that are not known yet are reserved and set later. */
export class EbmlWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #at = 0;

  constructor(capacity: number = FIRST_CAPACITY) {
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  get length(): number {
    return this.#at;
  }

  /** What was written; the writer must not be used after it. */
  take(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  /** An element whose content follows; close it with `close` and the position that this returns. */
  open(id: number): number {
    this.#room(12);
    this.#id(id);
    this.#at += 8;
    return this.#at;
  }

  /** Sets the size of the element whose content began at `start`: eight bytes, so that it fits whatever came. */
  close(start: number): void {
    this.#view.setUint32(start - 8, 0x01000000 + Math.floor((this.#at - start) / 2 ** 32));
    this.#view.setUint32(start - 4, (this.#at - start) >>> 0);
  }

  /** An unsigned integer in as few bytes as it needs. */
  uint(id: number, value: number): void {
    let width = 1;
    while (width < 6 && value >= 2 ** (8 * width)) width++;
    this.#head(id, width);
    for (let shift = width - 1; shift >= 0; shift--)
      this.#bytes[this.#at++] = Math.floor(value / 2 ** (8 * shift)) & 0xff;
  }

  /** An unsigned integer below 2^32 that will be set later by `setUint32`; returns its position. */
  reserveUint32(id: number): number {
    this.#head(id, 4);
    this.#at += 4;
    return this.#at - 4;
  }

  setUint32(position: number, value: number): void {
    this.#view.setUint32(position, value);
  }

  /** A floating-point number of 64 bits that may be set again by `setFloat`; returns its position. */
  float(id: number, value: number): number {
    this.#head(id, 8);
    this.#view.setFloat64(this.#at, value);
    this.#at += 8;
    return this.#at - 8;
  }

  setFloat(position: number, value: number): void {
    this.#view.setFloat64(position, value);
  }

  /** A signed integer of 64 bits, as a date has it, that may be set again; returns its position. */
  int64(id: number, value: bigint): number {
    this.#head(id, 8);
    this.#view.setBigInt64(this.#at, value);
    this.#at += 8;
    return this.#at - 8;
  }

  setInt64(position: number, value: bigint): void {
    this.#view.setBigInt64(position, value);
  }

  /** A signed integer of 16 bits. */
  int16(id: number, value: number): void {
    this.#head(id, 2);
    this.#view.setInt16(this.#at, value);
    this.#at += 2;
  }

  /** ASCII only. */
  text(id: number, value: string): void {
    this.#head(id, value.length);
    for (let index = 0; index < value.length; index++) this.#bytes[this.#at++] = value.charCodeAt(index) & 0x7f;
  }

  binary(id: number, value: Uint8Array): void {
    this.#head(id, value.length);
    this.#bytes.set(value, this.#at);
    this.#at += value.length;
  }

  /** A (Simple)Block: track 1, time against the cluster, flags, and the frame. Returns where the frame begins. */
  block(id: number, relativeMs: number, flags: number, frame: Uint8Array, from: number, to: number): number {
    const size = to - from;
    this.#head(id, size + 4);
    this.#blockHead(relativeMs, flags);
    this.#bytes.set(from === 0 && to === frame.length ? frame : frame.subarray(from, to), this.#at);
    this.#at += size;
    return this.#at - size;
  }

  /**
   * Turns a SimpleBlock at the very end, written from `start` on with its frame at `frame`, into a Block inside an open
   * group: the last frame of a segment gets its duration when it is known what follows. Both ids have one byte.
   * @returns what `close` takes to end the group
   */
  regroup(start: number, frame: number, group: number, id: number, relativeMs: number): number {
    const size = this.#at - frame;
    this.#room(size + 64);
    const moved = start + 1 + 8 + 1 + sizeWidth(size + 4) + 4;
    this.#bytes.copyWithin(moved, frame, this.#at);
    this.#at = start;
    const content = this.open(group);
    this.#head(id, size + 4);
    this.#blockHead(relativeMs, 0);
    this.#at = moved + size;
    return content;
  }

  #blockHead(relativeMs: number, flags: number): void {
    this.#bytes[this.#at] = 0x81;
    this.#view.setInt16(this.#at + 1, relativeMs);
    this.#bytes[this.#at + 3] = flags;
    this.#at += 4;
  }

  #head(id: number, size: number): void {
    this.#room(size + 12);
    this.#id(id);
    const width = sizeWidth(size);
    this.#bytes[this.#at] = (0x80 >> (width - 1)) | Math.floor(size / 2 ** (8 * (width - 1)));
    for (let shift = width - 2, at = this.#at + 1; shift >= 0; shift--, at++)
      this.#bytes[at] = (size >> (8 * shift)) & 0xff;
    this.#at += width;
  }

  #id(id: number): void {
    for (let shift = idWidth(id) - 1; shift >= 0; shift--) this.#bytes[this.#at++] = (id >>> (8 * shift)) & 0xff;
  }

  #room(more: number): void {
    const needed = this.#at + more;
    if (needed <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }
}

function idWidth(id: number): number {
  return id > 0xffffff ? 4 : id > 0xffff ? 3 : id > 0xff ? 2 : 1;
}

/** Bytes of an element size below 2^28; all ones is reserved for "unknown". */
function sizeWidth(size: number): number {
  return size < 0x7f ? 1 : size < 0x3fff ? 2 : size < 0x1fffff ? 3 : 4;
}
