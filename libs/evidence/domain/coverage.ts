import type { GapCause, Source } from '@aigaq/contracts';
import { difference, intersection, total, union, type Interval, type Intervals } from './intervals';
import type { KnownCause, Manifest, ManifestGap, ManifestSegment, SegmentKind } from './manifest';
import { strip, type StripRun } from './strip';

/** Between two segments so much is rounding and the seam of a cut, not a hole. Milliseconds. */
export const JOIN_MS = 250;

export interface CoverageInput extends Pick<Manifest, 'segments' | 'gaps'> {
  /** What should have been recorded: the sitting from live to ended. Milliseconds since 1970. */
  window: Interval;
  /** Parts of the window that nobody had to record: pauses. They count nowhere. */
  excluded?: readonly Interval[];
  /** The sources to report, in this order: those that the profile records. */
  sources: readonly Source[];
  /** Milliseconds; `JOIN_MS` unless told otherwise. */
  joinMs?: number;
}

export interface MissingInterval extends Interval {
  cause: GapCause;
}

export interface SourceCoverage {
  source: Source;
  /** Of the window without its pauses, recorded or filled in late; floored to a tenth, so 100 means all of it. */
  percent: number;
  /** Recorded, late and missing add up to `ofMs`. Whole milliseconds. */
  recordedMs: number;
  lateMs: number;
  missingMs: number;
  ofMs: number;
  missing: readonly MissingInterval[];
  /** The window second by second, beginning at its start; pauses included as such. */
  strip: readonly StripRun[];
}

/** One line of the certificate: "camera 99.8 % of 02:00:00". */
export interface CertificateLine {
  source: Source;
  percent: number;
  ofMs: number;
}

/** When several explanations overlap, the more telling one holds. */
const CAUSES: readonly KnownCause[] = ['operator', 'device', 'service', 'network'];

/**
 * How whole a recording is, by source. Pure arithmetic on whole milliseconds: the order of segments and gaps, and
 * whether one is listed twice, changes nothing. Works while the sitting runs: end the window where "now" is.
 */
export function coverage(input: CoverageInput): SourceCoverage[] {
  const window = union([rounded(input.window.from, input.window.to)]);
  const excluded = intersection(union((input.excluded ?? []).map(({ from, to }) => rounded(from, to))), window);
  return input.sources.map((source) => coverageOf(source, input, window, excluded));
}

/** What the certificate prints of each source. */
export function certificate(sources: readonly SourceCoverage[]): CertificateLine[] {
  return sources.map(({ source, percent, ofMs }) => ({ source, percent, ofMs }));
}

function coverageOf(source: Source, input: CoverageInput, window: Intervals, excluded: Intervals): SourceCoverage {
  const wanted = difference(window, excluded);
  const gaps = input.gaps.filter((gap) => gap.source === source && gap.endedAt > gap.startedAt);
  const segments = input.segments.filter((segment) => segment.source === source);
  const explained = union(gaps.map((gap) => rounded(gap.startedAt, gap.endedAt)));
  const joinMs = input.joinMs ?? JOIN_MS;

  const live = joined(stretches(segments, 'recorded'), joinMs, explained);
  const all = joined(union([...live, ...stretches(segments, 'late')]), joinMs, explained);
  const recorded = intersection(live, wanted);
  const late = intersection(difference(all, live), wanted);
  const missing = difference(wanted, all);
  const ofMs = total(wanted);
  const missingMs = total(missing);
  const because = causes(missing, gaps, joinMs);
  return {
    source,
    percent: ofMs === 0 ? 0 : Math.floor(((ofMs - missingMs) * 1000) / ofMs) / 10,
    recordedMs: total(recorded),
    lateMs: total(late),
    missingMs,
    ofMs,
    missing: because,
    strip: strip(window[0], { excluded, late, missing: because }),
  };
}

function rounded(from: number, to: number): Interval {
  return { from: Math.round(from), to: Math.round(to) };
}

function stretches(segments: readonly ManifestSegment[], kind: SegmentKind): Intervals {
  const those = segments.filter((segment) => segment.kind === kind);
  return union(those.map(({ startedAt, durationMs }) => rounded(startedAt, startedAt + durationMs)));
}

/** Closes the seams, but never a hole that somebody wrote down as a gap: that one is real, however short. */
function joined(intervals: Intervals, joinMs: number, explained: Intervals): Intervals {
  const closed = union(intervals, joinMs);
  const seams = difference(closed, intervals);
  const real = seams.filter((seam) => intersection([seam], explained).length > 0);
  return difference(closed, real);
}

/** Divides what is missing by cause. Slivers at the edge of an explained gap belong to it. */
function causes(missing: Intervals, gaps: readonly ManifestGap[], joinMs: number): MissingInterval[] {
  let left = missing;
  const parts: MissingInterval[] = [];
  for (const cause of CAUSES) {
    const those = union(gaps.filter((gap) => gap.cause === cause).map((gap) => rounded(gap.startedAt, gap.endedAt)));
    for (const interval of intersection(left, those)) parts.push({ ...interval, cause });
    left = difference(left, those);
  }
  for (const interval of left) parts.push({ ...interval, cause: 'unknown' });
  parts.sort((a, b) => a.from - b.from);
  return merged(parts, joinMs);
}

function merged(parts: readonly MissingInterval[], joinMs: number): MissingInterval[] {
  const result: MissingInterval[] = [];
  for (const [index, part] of parts.entries()) {
    const before = result.at(-1);
    const touches = before !== undefined && before.to === part.from;
    const sliver = part.cause === 'unknown' && part.to - part.from <= joinMs;
    if (touches && (sliver || before.cause === part.cause)) {
      before.to = part.to;
      continue;
    }
    const next = parts[index + 1];
    const cause = sliver && next !== undefined && next.from === part.to ? next.cause : part.cause;
    result.push({ ...part, cause });
  }
  return result;
}
