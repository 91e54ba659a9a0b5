import type { CoverageView, GapCause, RecordingView, SegmentView, Source } from '@aigaq/contracts';
import { coverage, type Interval, type ManifestGap, type ManifestSegment } from '@aigaq/evidence';

/** A segment is stored about ten seconds after its first frame: what is newer than this is not missing, only on its way. */
const behindLiveMilliseconds = 15_000;

export interface StoredSegment {
  readonly trackId: string;
  readonly sequence: number;
  readonly source: Source;
  readonly objectKey: string;
  readonly sha256: string;
  readonly size: number;
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly codec: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface StoredTrack {
  readonly source: Source;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly endCause: GapCause | null;
}

export interface StoredGap {
  readonly source: Source;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly cause: GapCause;
}

export interface RecordingMaterial {
  readonly sittingId: string;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** Those that the profile records, in the order of the view. */
  readonly sources: readonly Source[];
  readonly segments: readonly StoredSegment[];
  readonly tracks: readonly StoredTrack[];
  readonly gaps: readonly StoredGap[];
  readonly pauses: readonly Interval[];
  /** When the browser says it had no connection: explains what is missing, takes nothing away. */
  readonly outages: readonly { readonly from: Date; readonly to: Date | null }[];
  /** Since when retention has deleted it; the manifest stays, so that coverage can be told. */
  readonly deletedAt: Date | null;
  readonly running: boolean;
  readonly now: Date;
}

/**
 * The recording of a sitting as a reviewer sees it, complete or still growing. Coverage counts the sitting itself, from
 * its start to its end without the pauses; what was recorded before the start, at admission, is shown and not counted.
 */
export function assembleRecording(material: RecordingMaterial, linkTo: (objectKey: string) => string): RecordingView {
  const segments = [...material.segments].sort(
    (a, b) =>
      a.startedAt.getTime() - b.startedAt.getTime() || a.source.localeCompare(b.source) || a.sequence - b.sequence,
  );
  const extent = extentOf(material);
  return {
    sittingId: material.sittingId,
    from: extent === null ? null : moment(extent.from),
    to: extent === null ? null : moment(extent.to),
    running: material.running,
    segments: material.deletedAt === null ? segments.map((segment) => segmentView(segment, linkTo)) : [],
    coverage: coverageViews(material),
    ...(material.deletedAt === null ? {} : { deletedAt: material.deletedAt.toISOString() }),
  };
}

function segmentView(
  { objectKey, startedAt, ...segment }: StoredSegment,
  linkTo: (objectKey: string) => string,
): SegmentView {
  return { ...segment, startedAt: startedAt.toISOString(), url: linkTo(objectKey) };
}

/** Coverage of each recorded source; empty before the start. */
export function coverageViews(material: RecordingMaterial): CoverageView[] {
  const window = windowOf(material);
  if (window === null) return [];
  const found = coverage({
    window,
    excluded: material.pauses,
    sources: material.sources,
    segments: material.segments.map(manifestSegment),
    gaps: explanations(material, window.to),
  });
  return found.map((source) => ({
    source: source.source,
    percent: source.percent,
    recordedMs: source.recordedMs + source.lateMs,
    missingMs: source.missingMs,
    ofMs: source.ofMs,
    gaps: source.missing.map((gap) => ({ from: moment(gap.from), to: moment(gap.to), cause: gap.cause })),
  }));
}

function windowOf({ startedAt, endedAt, now }: RecordingMaterial): Interval | null {
  if (startedAt === null) return null;
  const from = startedAt.getTime();
  return { from, to: Math.max(from, endedAt?.getTime() ?? now.getTime() - behindLiveMilliseconds) };
}

/** From the first moment of which anything is known to the last. */
function extentOf(material: RecordingMaterial): Interval | null {
  const window = windowOf(material);
  const edges = material.segments.flatMap(({ startedAt, durationMs }) => [
    startedAt.getTime(),
    startedAt.getTime() + durationMs,
  ]);
  if (window !== null) edges.push(window.from, window.to);
  if (edges.length === 0) return null;
  return edges.reduce((extent, edge) => ({ from: Math.min(extent.from, edge), to: Math.max(extent.to, edge) }), {
    from: Infinity,
    to: -Infinity,
  });
}

function manifestSegment({ trackId, startedAt, width, height, ...segment }: StoredSegment): ManifestSegment {
  return {
    source: segment.source,
    track: trackId,
    sequence: segment.sequence,
    startedAt: startedAt.getTime(),
    durationMs: segment.durationMs,
    sha256: segment.sha256,
    size: segment.size,
    codec: segment.codec,
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    kind: 'recorded',
  };
}

/** Why something may be missing: what the node found, how tracks ended, and when the line was down. */
function explanations(material: RecordingMaterial, end: number): ManifestGap[] {
  const explained: ManifestGap[] = [];
  const explain = (source: Source, from: number, to: number, cause: GapCause | null): void => {
    if (cause !== null && cause !== 'unknown' && to > from)
      explained.push({ source, startedAt: from, endedAt: to, cause });
  };
  for (const gap of material.gaps) explain(gap.source, gap.startedAt.getTime(), gap.endedAt.getTime(), gap.cause);
  for (const track of material.tracks) {
    if (track.endedAt === null) continue;
    explain(track.source, track.endedAt.getTime(), nextStart(material.tracks, track) ?? end, track.endCause);
  }
  for (const source of material.sources)
    for (const outage of material.outages)
      explain(source, outage.from.getTime(), outage.to?.getTime() ?? end, 'network');
  return explained;
}

function nextStart(tracks: readonly StoredTrack[], ended: StoredTrack): number | null {
  const starts = tracks
    .filter((track) => track.source === ended.source && track.startedAt > ended.startedAt)
    .map((track) => track.startedAt.getTime());
  return starts.length === 0 ? null : Math.min(...starts);
}

function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
