/** What a hand-made RTP packet says; what is left out is 0 or absent. */
export interface RtpFields {
  payloadType?: number;
  marker?: boolean;
  sequence: number;
  timestamp: number;
  ssrc?: number;
  contributors?: number;
  /** Words of a header extension. */
  extension?: number;
  padding?: number;
  payload: Uint8Array;
}

export function rtpPacket(fields: RtpFields): Uint8Array {
  const contributors = fields.contributors ?? 0;
  const extension = fields.extension ?? null;
  const padding = fields.padding ?? 0;
  const header = Buffer.alloc(12 + contributors * 4 + (extension === null ? 0 : 4 + extension * 4));
  header[0] = 0x80 | (padding > 0 ? 0x20 : 0) | (extension === null ? 0 : 0x10) | contributors;
  header[1] = (fields.marker ? 0x80 : 0) | (fields.payloadType ?? 96);
  header.writeUInt16BE(fields.sequence & 0xffff, 2);
  header.writeUInt32BE(fields.timestamp >>> 0, 4);
  header.writeUInt32BE(fields.ssrc ?? 0x1234, 8);
  if (extension !== null) header.writeUInt16BE(extension, 12 + contributors * 4 + 2);
  const tail = Buffer.alloc(padding);
  if (padding > 0) tail[padding - 1] = padding;
  return Buffer.concat([header, fields.payload, tail]);
}

/** A VP8 frame that is no real picture but has a real frame header; `tag` makes it recognisable. */
export function vp8Frame(key: boolean, tag: number, width = 640, height = 480, size = 40): Uint8Array {
  const frame = Buffer.alloc(Math.max(size, 16), tag & 0xff);
  frame[0] = key ? 0x10 : 0x11;
  if (key) {
    frame.set([0x9d, 0x01, 0x2a], 3);
    frame.writeUInt16LE(width, 6);
    frame.writeUInt16LE(height, 8);
  }
  frame.writeUInt32BE(tag, 10);
  return frame;
}

/** The tag of a frame that `vp8Frame` made. */
export function tagOf(frame: Uint8Array): number {
  return new DataView(frame.buffer, frame.byteOffset).getUint32(10);
}

/** Splits a frame into payloads with VP8 descriptors; `descriptor` is put behind the first octet, which gets X set. */
export function vp8Payloads(frame: Uint8Array, mtu = 1200, descriptor: readonly number[] = []): Uint8Array[] {
  const payloads: Uint8Array[] = [];
  for (let at = 0; at < frame.length; at += mtu) {
    const first = (descriptor.length > 0 ? 0x80 : 0) | (at === 0 ? 0x10 : 0);
    payloads.push(Buffer.concat([Uint8Array.of(first, ...descriptor), frame.subarray(at, at + mtu)]));
  }
  return payloads;
}

/** The same for VP9 without flexible mode and layers, as one picture. */
export function vp9Payloads(frame: Uint8Array, key: boolean, mtu = 1200): Uint8Array[] {
  const payloads: Uint8Array[] = [];
  for (let at = 0; at < frame.length; at += mtu) {
    const last = at + mtu >= frame.length;
    const first = (key ? 0 : 0x40) | (at === 0 ? 0x08 : 0) | (last ? 0x04 : 0);
    payloads.push(Buffer.concat([Uint8Array.of(first), frame.subarray(at, at + mtu)]));
  }
  return payloads;
}

/** The RTCP sender report of an SSRC, with nothing in it but time. */
export function senderReport(ssrc: number, ntpMs: number, rtpTimestamp: number): Uint8Array {
  const report = Buffer.alloc(28);
  report.set([0x80, 200, 0, 6]);
  report.writeUInt32BE(ssrc, 4);
  const seconds = Math.floor(ntpMs / 1000);
  report.writeUInt32BE((seconds + 2_208_988_800) % 0x1_0000_0000, 8);
  report.writeUInt32BE(Math.floor(((ntpMs - seconds * 1000) / 1000) * 0x1_0000_0000), 12);
  report.writeUInt32BE(rtpTimestamp >>> 0, 16);
  return report;
}

/** Frames of an IVF file, as ffmpeg writes VP8 and VP9. */
export function ivfFrames(file: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = file.readUInt16LE(6); at + 12 <= file.length;) {
    const size = file.readUInt32LE(at);
    frames.push(file.subarray(at + 12, at + 12 + size));
    at += 12 + size;
  }
  return frames;
}

/** Opus packets of an Ogg file, without its two headers. */
export function oggPackets(file: Buffer): Buffer[] {
  const packets: Buffer[] = [];
  let open: Buffer[] = [];
  for (let at = 0; at + 27 <= file.length;) {
    const lacing = file.subarray(at + 27, at + 27 + file[at + 26]!);
    at += 27 + lacing.length;
    for (const size of lacing) {
      open.push(file.subarray(at, at + size));
      at += size;
      if (size === 255) continue;
      packets.push(Buffer.concat(open));
      open = [];
    }
  }
  return packets.slice(2);
}
