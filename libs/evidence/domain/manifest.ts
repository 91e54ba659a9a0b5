import type { GapCause, Source } from '@aigaq/contracts';

/** How a segment came: through the recorder while it happened, or afterwards out of the candidate's own buffer. */
export type SegmentKind = 'recorded' | 'late';

/** One stored file of the recording. Times are milliseconds since 1970 on the server's clock, fractions allowed. */
export interface ManifestSegment {
  source: Source;
  /** The published track; a source has several when it was published anew. */
  track: string;
  /** 1, 2, 3 … within the track. */
  sequence: number;
  startedAt: number;
  durationMs: number;
  /** Of the stored bytes; lower-case hexadecimal. */
  sha256: string;
  /** Bytes. */
  size: number;
  codec: string;
  /** Pixels; video only. */
  width?: number;
  height?: number;
  kind: SegmentKind;
}

/** Why a gap is there, as whoever found it says; `unknown` is what coverage calls a hole that nobody explained. */
export type KnownCause = Exclude<GapCause, 'unknown'>;

/** A stretch without a recording that was noticed and explained. */
export interface ManifestGap {
  source: Source;
  startedAt: number;
  endedAt: number;
  cause: KnownCause;
}

/** The recording of one sitting: all that is needed to play it and to say how whole it is. */
export interface Manifest {
  segments: readonly ManifestSegment[];
  gaps: readonly ManifestGap[];
}
