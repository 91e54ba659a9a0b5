/**
 * Reads the payload descriptor at the start of a video packet's payload. The fields speak of the last packet read, so
 * that nothing is allocated for each packet.
 */
export interface Depacketiser {
  /** Index of the first byte of the codec's own data. */
  dataStart: number;
  /** A picture (not only a part or a layer of one) begins with this packet. */
  startsPicture: boolean;
  /** A layer's frame begins with this packet; the same as `startsPicture` where there are no spatial layers. */
  startsFrame: boolean;
  /** With `startsPicture`: the picture can be decoded without any before it. */
  keyframe: boolean;
  /** With `keyframe`: pixels. */
  width: number;
  height: number;
  /** @returns false when the payload is malformed */
  read(packet: Uint8Array, from: number, to: number): boolean;
}
