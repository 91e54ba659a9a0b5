import type { Source } from '@aigaq/contracts';

import { nextSpan, spanAt, type SegmentIndex } from './segment-index';

/** What the playhead meets at a position. */
export type Ground =
  /** Something was recorded here. */
  | { readonly kind: 'recorded' }
  /** Nothing was; it goes on there. */
  | { readonly kind: 'hole'; readonly from: number; readonly to: number }
  /** The end of what there is; while the sitting runs more will come. */
  | { readonly kind: 'end'; readonly at: number };

export function groundAt(index: SegmentIndex, position: number): Ground {
  if (spanAt(index.anything, position)) return { kind: 'recorded' };
  const next = nextSpan(index.anything, position);
  if (!next) return { kind: 'end', at: index.to };
  const before = index.anything.filter((span) => span.to <= position).at(-1);
  return { kind: 'hole', from: before?.to ?? index.from, to: next.from };
}

/** How close to the newest part somebody has to be to count as watching live, milliseconds. */
const liveMargin = 15_000;

export function isNearLive(index: SegmentIndex, position: number): boolean {
  return index.running && position >= index.to - liveMargin;
}

/** Whether a source that still comes has nothing for a position yet: on its way, not missing. */
export function isUpcoming(index: SegmentIndex, source: Source, position: number): boolean {
  const end = index.spans[source].at(-1)?.to;
  return index.running && end !== undefined && position >= end && end > index.to - liveMargin;
}

/** Where watching live begins: a little before the newest part that every source has, so that nothing has to wait. */
export function livePosition(index: SegmentIndex): number {
  const ends = index.sources.flatMap((source) => index.spans[source].at(-1)?.to ?? []);
  // A source that ended long ago is not waited for.
  const fresh = ends.filter((end) => end > index.to - liveMargin);
  return Math.max(index.from, Math.min(index.to, ...fresh) - 1000);
}
