import type { Depacketiser } from './depacketiser';
import type { RtpHeader } from './rtp';

/** One whole picture. The object and its bytes are valid only during the call that hands them over. */
export class Picture {
  /** RTP time, unwrapped. */
  ticks = 0;
  keyframe = false;
  /** Pixels; only with `keyframe`. */
  width = 0;
  height = 0;
  bytes: Uint8Array = new Uint8Array(0);
  from = 0;
  to = 0;
  packets = 0;
  arrivedAt = 0;
}

export interface PictureSink {
  picture(picture: Picture): void;
  /** So many packets came and cannot be used; `harm` when pictures after them cannot be decoded without them. */
  unusable(packets: number, harm: boolean, at: number): void;
}

const FIRST_CAPACITY = 16 * 1024;
const LARGEST_PICTURE = 8 * 1024 * 1024;
/** The index of a VP9 superframe counts to eight and gives each size four bytes at most. */
const MOST_LAYERS = 8;

/** Puts the packets of a video track, which come in order, together to pictures. */
export class FrameAssembler {
  readonly #picture = new Picture();
  readonly #layerStarts = new Uint32Array(MOST_LAYERS);
  #buffer = new Uint8Array(FIRST_CAPACITY);
  #length = 0;
  #packets = 0;
  #layers = 0;

  constructor(
    private readonly depacketiser: Depacketiser,
    private readonly sink: PictureSink,
  ) {}

  packet(bytes: Uint8Array, header: RtpHeader, ticks: number, at: number): void {
    const { payloadStart: from, payloadEnd: to } = header;
    if (from === to) return; // padding only: it keeps the sequence numbers whole
    const read = this.depacketiser;
    if (!read.read(bytes, from, to)) {
      this.#breakOff(1, at);
      return;
    }
    if (this.#packets > 0 && (read.startsPicture || ticks !== this.#picture.ticks)) this.#finish();
    if (read.startsPicture) this.#begin(ticks, at);
    else if (this.#packets === 0) {
      // In the middle of a picture whose start was lost: that loss is known already.
      this.sink.unusable(1, false, at);
      return;
    }
    if (header.marker && this.#packets === 0) this.#whole(bytes, to);
    else this.#append(bytes, to, header.marker, at);
  }

  /** Forgets a picture that will not become whole. */
  discard(at: number): void {
    if (this.#packets > 0) this.sink.unusable(this.#packets, false, at);
    this.#packets = 0;
  }

  #begin(ticks: number, at: number): void {
    const picture = this.#picture;
    picture.ticks = ticks;
    picture.arrivedAt = at;
    picture.keyframe = this.depacketiser.keyframe;
    picture.width = this.depacketiser.width;
    picture.height = this.depacketiser.height;
    this.#length = 0;
    this.#layers = 0;
  }

  /** A picture in one packet needs no copy. */
  #whole(bytes: Uint8Array, to: number): void {
    const picture = this.#picture;
    picture.bytes = bytes;
    picture.from = this.depacketiser.dataStart;
    picture.to = to;
    picture.packets = 1;
    this.sink.picture(picture);
  }

  #append(bytes: Uint8Array, to: number, last: boolean, at: number): void {
    const from = this.depacketiser.dataStart;
    if (this.#length + to - from > LARGEST_PICTURE) {
      this.#breakOff(1, at);
      return;
    }
    if (this.depacketiser.startsFrame && this.#layers < MOST_LAYERS) this.#layerStarts[this.#layers++] = this.#length;
    this.#room(to - from);
    this.#buffer.set(bytes.subarray(from, to), this.#length);
    this.#length += to - from;
    this.#packets++;
    if (last) this.#finish();
  }

  #finish(): void {
    if (this.#layers > 1) this.#superframeIndex();
    const picture = this.#picture;
    picture.bytes = this.#buffer;
    picture.from = 0;
    picture.to = this.#length;
    picture.packets = this.#packets;
    this.#packets = 0;
    this.sink.picture(picture);
  }

  #breakOff(more: number, at: number): void {
    this.sink.unusable(this.#packets + more, true, at);
    this.#packets = 0;
  }

  /** Spatial layers of one picture go into a file as a superframe (VP9 bitstream specification, annex B). */
  #superframeIndex(): void {
    const layers = this.#layers;
    const marker = 0xc0 | (3 << 3) | (layers - 1);
    this.#room(2 + 4 * layers);
    let at = this.#length;
    this.#buffer[at++] = marker;
    for (let layer = 0; layer < layers; layer++) {
      const end = layer + 1 < layers ? this.#layerStarts[layer + 1]! : this.#length;
      const size = end - this.#layerStarts[layer]!;
      for (let shift = 0; shift < 32; shift += 8) this.#buffer[at++] = (size >>> shift) & 0xff;
    }
    this.#buffer[at++] = marker;
    this.#length = at;
  }

  #room(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#buffer.length) return;
    const grown = new Uint8Array(Math.max(needed, this.#buffer.length * 2));
    grown.set(this.#buffer.subarray(0, this.#length));
    this.#buffer = grown;
  }
}
