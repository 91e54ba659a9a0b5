/** The fixed part of an RTP packet (RFC 3550, 5.1) and where its payload lies. One object serves many packets. */
export class RtpHeader {
  marker = false;
  payloadType = 0;
  /** 16 bits. */
  sequence = 0;
  /** 32 bits, unsigned. */
  timestamp = 0;
  /** 32 bits, unsigned. */
  ssrc = 0;
  /** Index of the first payload byte. */
  payloadStart = 0;
  /** Index behind the last payload byte, without padding; equal to `payloadStart` when the packet carries nothing. */
  payloadEnd = 0;
}

const FIXED_HEADER = 12;
const VERSION = 2;

/**
 * Reads the header of an RTP packet, over contributing sources, the header extension and padding.
 * @param into an object to fill instead of a new one: the recorder reads a hundred packets a second for each candidate
 * @returns null when the bytes are no RTP packet: too short, another version, or lengths that point outside
 */
export function parseRtp(packet: Uint8Array, into: RtpHeader = new RtpHeader()): RtpHeader | null {
  const length = packet.length;
  if (length < FIXED_HEADER) return null;
  const first = packet[0]!;
  if (first >> 6 !== VERSION) return null;

  let start = FIXED_HEADER + (first & 0x0f) * 4;
  if (first & 0x10) {
    if (start + 4 > length) return null;
    start += 4 + ((packet[start + 2]! << 8) | packet[start + 3]!) * 4;
  }
  let end = length;
  if (first & 0x20) {
    const padding = packet[length - 1]!;
    if (padding === 0) return null;
    end -= padding;
  }
  if (start > end) return null;

  const second = packet[1]!;
  into.marker = second >= 0x80;
  into.payloadType = second & 0x7f;
  into.sequence = (packet[2]! << 8) | packet[3]!;
  into.timestamp = uint32(packet, 4);
  into.ssrc = uint32(packet, 8);
  into.payloadStart = start;
  into.payloadEnd = end;
  return into;
}

/** Big-endian, unsigned; not `<<` for the top byte, which would make it negative. */
export function uint32(bytes: Uint8Array, at: number): number {
  return bytes[at]! * 0x1000000 + ((bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!);
}
