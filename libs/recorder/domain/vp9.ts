import type { Depacketiser } from './depacketiser';

/** VP9 payload descriptor (RFC 9628, 4.2) in both modes, with its scalability structure. */
export class Vp9Depacketiser implements Depacketiser {
  dataStart = 0;
  startsPicture = false;
  startsFrame = false;
  keyframe = false;
  width = 0;
  height = 0;
  #at = 0;

  read(packet: Uint8Array, from: number, to: number): boolean {
    if (from >= to) return false;
    const first = packet[from]!;
    const flexible = (first & 0x10) !== 0;
    this.#at = from + 1;
    this.keyframe = false;
    if (first & 0x80) this.#at += (packet[this.#at] ?? 0) & 0x80 ? 2 : 1;
    const layer = first & 0x20 ? this.#layer(packet, flexible) : 0;
    if (flexible && first & 0x40) this.#references(packet, to);
    this.startsFrame = (first & 0x08) !== 0;
    this.startsPicture = this.startsFrame && layer === 0;
    const structured = (first & 0x02) !== 0 && this.#structure(packet, to);
    if (this.#at >= to) return false;
    this.dataStart = this.#at;
    if (!this.startsPicture || first & 0x40) return true;
    return this.#keyframe(packet, to, structured);
  }

  /** The spatial layer; without flexible mode an octet with an index of the temporal structure follows. */
  #layer(packet: Uint8Array, flexible: boolean): number {
    const layer = ((packet[this.#at] ?? 0) >> 1) & 7;
    this.#at += flexible ? 1 : 2;
    return layer;
  }

  /** Up to three differences to reference pictures, each saying whether another follows. */
  #references(packet: Uint8Array, to: number): void {
    for (let count = 0; count < 3 && this.#at < to; count++) {
      if ((packet[this.#at++]! & 1) === 0) return;
    }
  }

  /** @returns whether it told the size; then width and height are those of the highest layer */
  #structure(packet: Uint8Array, to: number): boolean {
    const head = packet[this.#at++] ?? 0;
    const layers = (head >> 5) + 1;
    const sized = (head & 0x10) !== 0 && this.#at + layers * 4 <= to;
    if (sized) {
      const last = this.#at + (layers - 1) * 4;
      this.width = (packet[last]! << 8) | packet[last + 1]!;
      this.height = (packet[last + 2]! << 8) | packet[last + 3]!;
    }
    if (head & 0x10) this.#at += layers * 4;
    if (head & 0x08) {
      const pictures = packet[this.#at++] ?? 0;
      for (let index = 0; index < pictures && this.#at < to; index++) {
        this.#at += 1 + (((packet[this.#at] ?? 0) >> 2) & 3);
      }
    }
    return sized;
  }

  /** Reads the uncompressed header of a frame that refers to no other (VP9 bitstream specification, 6.2). */
  #keyframe(packet: Uint8Array, to: number, structured: boolean): boolean {
    const bits = new BitReader(packet, this.dataStart, to);
    if (bits.read(2) !== 2) return false;
    const profile = bits.read(1) + bits.read(1) * 2;
    if (profile === 3) bits.read(1);
    if (bits.read(1) === 1) return true; // shows an existing frame again
    if (bits.read(1) === 1) return true; // an inter frame, whatever the descriptor says
    bits.read(2); // show_frame, error_resilient_mode
    if (bits.read(24) !== 0x498342) return false;
    skipColour(bits, profile);
    const width = bits.read(16) + 1;
    const height = bits.read(16) + 1;
    if (bits.overrun) return false;
    this.keyframe = true;
    if (!structured || this.width === 0 || this.height === 0) {
      this.width = width;
      this.height = height;
    }
    return true;
  }
}

function skipColour(bits: BitReader, profile: number): void {
  const SRGB = 7;
  if (profile >= 2) bits.read(1); // ten or twelve bits
  const space = bits.read(3);
  if (space !== SRGB) {
    bits.read(1); // range
    if (profile & 1) bits.read(3); // subsampling, reserved
  } else if (profile & 1) {
    bits.read(1); // reserved
  }
}

class BitReader {
  overrun = false;
  #bit = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly from: number,
    private readonly to: number,
  ) {}

  read(count: number): number {
    let value = 0;
    for (let index = 0; index < count; index++, this.#bit++) {
      const at = this.from + (this.#bit >> 3);
      if (at >= this.to) this.overrun = true;
      const byte = at < this.to ? this.bytes[at]! : 0;
      value = value * 2 + ((byte >> (7 - (this.#bit & 7))) & 1);
    }
    return value;
  }
}
