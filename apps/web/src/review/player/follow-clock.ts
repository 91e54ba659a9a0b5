/** Milliseconds that a picture or a sound may be off before it is corrected. */
const tolerance = 100;
/** Beyond it a nudge would take too long: jump. Milliseconds of real time, so it grows with the speed. */
const jumpBeyond = 600;
/** Share of the speed by which a follower catches up or falls back: too little to hear. */
const nudge = 0.08;
/** Browsers play no slower and no faster. */
const slowest = 0.0625;
const fastest = 16;

export type Correction =
  { readonly kind: 'none'; readonly rate: number } | { readonly kind: 'jump'; readonly rate: number };

/**
 * What a follower does to stay with the master clock: go on, go a little faster or slower, or jump.
 * @param off how far it is ahead of the master (negative: behind), in milliseconds of the recording
 * @param rate the master's speed
 * @param correcting whether it is being nudged already: then up to the middle, not only to the edge of the tolerance
 */
export function correctionFor(off: number, rate: number, correcting: boolean): Correction {
  const distance = Math.abs(off);
  if (distance > jumpBeyond * Math.max(1, rate)) return { kind: 'jump', rate: clamp(rate) };
  // At higher speeds the same time on the screen is more time of the recording.
  const allowed = tolerance * Math.max(1, rate / 2);
  if (distance <= (correcting ? allowed / 4 : allowed)) return { kind: 'none', rate: clamp(rate) };
  return { kind: 'none', rate: clamp(off > 0 ? rate * (1 - nudge) : rate * (1 + nudge)) };
}

function clamp(rate: number): number {
  return Math.min(fastest, Math.max(slowest, rate));
}
