import { segmentsWithin, type Segment, type Span } from './segment-index';

/** Milliseconds of the recording that are kept ready ahead at normal speed; more when it goes faster. */
const aheadAtNormalSpeed = 25_000;
const mostAhead = 120_000;
/** Kept behind, so that a short step back shows at once. */
const behind = 20_000;
/** Removed only when that much is too much: each removal costs. */
const slack = 15_000;

/** The stretch around a position that should be in the buffer. */
export function wantedAround(position: number, rate: number): Span {
  return { from: position - 2000, to: position + Math.min(mostAhead, aheadAtNormalSpeed * Math.max(1, rate)) };
}

/**
 * Which segment to fetch next: first what is needed now, then onwards; nothing when all of it is there.
 * @param has whether a segment is in the buffer, under way, or known to be broken
 */
export function nextToLoad(
  segments: readonly Segment[],
  position: number,
  rate: number,
  has: (key: string) => boolean,
): Segment | undefined {
  const wanted = wantedAround(position, rate);
  const candidates = segmentsWithin(segments, wanted.from, wanted.to).filter((segment) => !has(segment.key));
  // What ended before the position is only good for a step back.
  return candidates.find((segment) => segment.to > position) ?? candidates[0];
}

/** What to take out of the buffer: what lies far behind, and what was left ahead by a jump. */
export function toEvict(buffered: readonly Span[], position: number, rate: number): Span[] {
  const keepFrom = position - behind;
  const keepTo = wantedAround(position, rate).to + slack;
  return buffered.flatMap((range) => {
    const parts: Span[] = [];
    if (range.from < keepFrom - slack) parts.push({ from: range.from, to: Math.min(range.to, keepFrom) });
    if (range.to > keepTo + slack) parts.push({ from: Math.max(range.from, keepTo), to: range.to });
    return parts;
  });
}

/** Keys of loaded segments that an eviction took away, wholly or in part: they have to be fetched again when needed. */
export function lostBy(evicted: readonly Span[], loaded: readonly Segment[]): string[] {
  return loaded
    .filter((segment) => evicted.some((span) => span.from < segment.to && segment.from < span.to))
    .map((segment) => segment.key);
}
