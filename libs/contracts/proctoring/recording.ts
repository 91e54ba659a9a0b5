import { z } from 'zod';

import { id, moment } from '../common';
import { source } from '../schedule/schedule';

export const gapCause = z.enum(['device', 'network', 'service', 'operator', 'unknown']);
export type GapCause = z.infer<typeof gapCause>;

/** A self-contained WebM file of one track, about ten seconds long. */
export const segmentView = z.strictObject({
  source,
  trackId: id,
  sequence: z.number().int(),
  startedAt: moment,
  durationMs: z.number(),
  codec: z.string(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  size: z.number().int(),
  sha256: z.string(),
  /** A signed link that works for a few minutes. */
  url: z.string(),
});
export type SegmentView = z.infer<typeof segmentView>;

export const coverageView = z.strictObject({
  source,
  /** Floored to a tenth: never shows 100 while a part is missing. */
  percent: z.number(),
  recordedMs: z.number(),
  missingMs: z.number(),
  ofMs: z.number(),
  gaps: z.array(z.strictObject({ from: moment, to: moment, cause: gapCause })),
});
export type CoverageView = z.infer<typeof coverageView>;

export const recordingView = z.strictObject({
  sittingId: id,
  from: moment.nullable(),
  to: moment.nullable(),
  /** True while segments still come. */
  running: z.boolean(),
  segments: z.array(segmentView),
  coverage: z.array(coverageView),
  /** Since when the recording is deleted because its time was over; there are no segments then, the coverage stays. */
  deletedAt: moment.optional(),
});
export type RecordingView = z.infer<typeof recordingView>;
