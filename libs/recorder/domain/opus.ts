/** Ticks of 48 kHz in one Opus frame, by the five configuration bits (RFC 6716, 3.1). */
const SILK = [480, 960, 1920, 2880] as const;
const CELT = [120, 240, 480, 960] as const;
const LONGEST_PACKET = 5760;

/**
 * How long an Opus packet sounds, in ticks of 48 kHz, from its first bytes.
 * @returns 0 when the packet is malformed: empty, no frame, or more than 120 ms
 */
export function opusTicks(packet: Uint8Array, from: number, to: number): number {
  if (from >= to) return 0;
  const first = packet[from]!;
  const code = first & 3;
  const frames = code === 0 ? 1 : code < 3 ? 2 : from + 1 < to ? packet[from + 1]! & 0x3f : 0;
  const ticks = frames * frameTicks(first >> 3);
  return ticks > LONGEST_PACKET ? 0 : ticks;
}

/** A packet of one empty frame with this packet's settings: the decoder conceals it (RFC 7845, 4.1). */
export function concealment(first: number): Uint8Array {
  return Uint8Array.of(first & 0xfc);
}

/** Ticks that `concealment` lasts. */
export function concealmentTicks(first: number): number {
  return frameTicks(first >> 3);
}

function frameTicks(configuration: number): number {
  if (configuration >= 16) return CELT[(configuration & 3) as 0 | 1 | 2 | 3];
  if (configuration >= 12) return SILK[(configuration & 1) as 0 | 1];
  return SILK[(configuration & 3) as 0 | 1 | 2 | 3];
}
