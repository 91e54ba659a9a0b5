import type { Depacketiser } from './depacketiser';

/** VP8 payload descriptor (RFC 7741, 4.2) and the header of a keyframe (RFC 6386, 9.1). */
export class Vp8Depacketiser implements Depacketiser {
  dataStart = 0;
  startsPicture = false;
  startsFrame = false;
  keyframe = false;
  width = 0;
  height = 0;
  /** 7 or 15 bits; -1 when the descriptor has none. */
  pictureId = -1;
  /** -1 when the descriptor has none. */
  temporalLayer = -1;

  read(packet: Uint8Array, from: number, to: number): boolean {
    if (from >= to) return false;
    const first = packet[from]!;
    let at = from + 1;
    this.pictureId = -1;
    this.temporalLayer = -1;
    if (first & 0x80) {
      if (at >= to) return false;
      at = this.#extension(packet, at, to);
    }
    if (at >= to) return false;
    this.dataStart = at;
    this.startsPicture = (first & 0x10) !== 0 && (first & 0x07) === 0;
    this.startsFrame = this.startsPicture;
    this.keyframe = this.startsPicture && (packet[at]! & 1) === 0;
    return !this.keyframe || this.#size(packet, at, to);
  }

  /** The octets X, I, L, and T or K: the last is there when either of the two is announced. */
  #extension(packet: Uint8Array, start: number, to: number): number {
    const flags = packet[start]!;
    let at = start + 1;
    if (flags & 0x80) {
      if (at + 1 >= to) return to;
      const long = packet[at]! & 0x80;
      this.pictureId = long ? ((packet[at]! & 0x7f) << 8) | packet[at + 1]! : packet[at]!;
      at += long ? 2 : 1;
    }
    if (flags & 0x40) at++;
    if (flags & 0x30) {
      if (at >= to) return to;
      if (flags & 0x20) this.temporalLayer = packet[at]! >> 6;
      at++;
    }
    return at;
  }

  #size(packet: Uint8Array, at: number, to: number): boolean {
    if (at + 10 > to) return false;
    if (packet[at + 3] !== 0x9d || packet[at + 4] !== 0x01 || packet[at + 5] !== 0x2a) return false;
    this.width = ((packet[at + 7]! << 8) | packet[at + 6]!) & 0x3fff;
    this.height = ((packet[at + 9]! << 8) | packet[at + 8]!) & 0x3fff;
    return this.width > 0 && this.height > 0;
  }
}
