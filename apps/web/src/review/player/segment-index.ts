import type { RecordingView, SegmentView, Source } from '@aigaq/contracts';

/** Milliseconds between two segments that are still one stretch: their clocks are rounded, a packet may be late. */
const joinTolerance = 400;
/** A segment is about ten seconds long; a source that sends no keyframe for a while makes it longer, but not this long. */
const longestSegment = 120_000;

/** One stored file of one track, on the wall clock (milliseconds since 1970). */
export interface Segment {
  /** The same file in every manifest, whatever its link. */
  readonly key: string;
  readonly source: Source;
  readonly from: number;
  readonly to: number;
  readonly codec: string;
  readonly size: number;
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

export type GapCause = RecordingView['coverage'][number]['gaps'][number]['cause'];

export interface Gap extends Span {
  readonly cause: GapCause;
}

/** What a recording holds, by source, so that a moment is found quickly. */
export interface SegmentIndex {
  readonly from: number;
  readonly to: number;
  readonly running: boolean;
  /** Those that were recorded at all, in the order of the screen. */
  readonly sources: readonly Source[];
  readonly segments: Readonly<Record<Source, readonly Segment[]>>;
  /** Stretches without a hole, by source. */
  readonly spans: Readonly<Record<Source, readonly Span[]>>;
  /** Stretches in which anything at all was recorded. */
  readonly anything: readonly Span[];
  readonly gaps: Readonly<Record<Source, readonly Gap[]>>;
}

export function keyOfSegment({ trackId, sequence }: Pick<SegmentView, 'trackId' | 'sequence'>): string {
  return `${trackId}/${sequence}`;
}

/** Null while nothing was recorded. */
export function indexRecording(recording: RecordingView): SegmentIndex | null {
  const all = recording.segments.map(segmentOf).sort((a, b) => a.from - b.from || a.to - b.to);
  if (all.length === 0) return null;
  const of = (source: Source): Segment[] => all.filter((segment) => segment.source === source);
  const segments = { camera: of('camera'), screen: of('screen'), microphone: of('microphone') };
  const gapsOf = (source: Source): Gap[] =>
    (recording.coverage.find((each) => each.source === source)?.gaps ?? []).map((gap) => ({
      from: Date.parse(gap.from),
      to: Date.parse(gap.to),
      cause: gap.cause,
    }));
  return {
    from: Math.min(all[0]?.from ?? 0, recording.from === null ? Infinity : Date.parse(recording.from)),
    to: Math.max(...all.map((segment) => segment.to)),
    running: recording.running,
    sources: (['camera', 'screen', 'microphone'] as const).filter(
      (source) => segments[source].length > 0 || recording.coverage.some((each) => each.source === source),
    ),
    segments,
    spans: {
      camera: spansOf(segments.camera),
      screen: spansOf(segments.screen),
      microphone: spansOf(segments.microphone),
    },
    anything: spansOf(all),
    gaps: { camera: gapsOf('camera'), screen: gapsOf('screen'), microphone: gapsOf('microphone') },
  };
}

function segmentOf(view: SegmentView): Segment {
  const from = Date.parse(view.startedAt);
  return {
    key: keyOfSegment(view),
    source: view.source,
    from,
    to: from + view.durationMs,
    codec: view.codec,
    size: view.size,
  };
}

/** Stretches without a hole; the segments are in order of their beginning and may overlap. */
export function spansOf(segments: readonly Span[]): Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const { from, to } of segments) {
    const last = spans.at(-1);
    if (last && from <= last.to + joinTolerance) last.to = Math.max(last.to, to);
    else spans.push({ from, to });
  }
  return spans;
}

/** The span that holds a moment; undefined in a hole. */
export function spanAt(spans: readonly Span[], at: number): Span | undefined {
  const index = lastBeginningBy(spans, at);
  const span = spans[index];
  return span && at < span.to ? span : undefined;
}

/** Where it goes on after a moment in a hole; undefined after the last span. */
export function nextSpan(spans: readonly Span[], at: number): Span | undefined {
  return spans[lastBeginningBy(spans, at) + 1];
}

/** Segments that touch a stretch, in order of their beginning. */
export function segmentsWithin(segments: readonly Segment[], from: number, to: number): Segment[] {
  let first = lastBeginningBy(segments, from);
  while (first > 0 && from - (segments[first - 1]?.from ?? 0) < longestSegment) first -= 1;
  const found: Segment[] = [];
  for (let index = Math.max(0, first); index < segments.length; index += 1) {
    const segment = segments[index];
    if (!segment || segment.from >= to) break;
    if (segment.to > from) found.push(segment);
  }
  return found;
}

/** Why nothing was recorded at a moment, as far as the manifest knows. */
export function causeAt(gaps: readonly Gap[], at: number): GapCause | undefined {
  return gaps.find((gap) => gap.from <= at && at < gap.to)?.cause;
}

/** Index of the last span that begins at or before a moment; -1 before the first. */
function lastBeginningBy(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.from ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
