export {
  certificate,
  coverage,
  JOIN_MS,
  type CertificateLine,
  type CoverageInput,
  type MissingInterval,
  type SourceCoverage,
} from './domain/coverage';
export type { Interval } from './domain/intervals';
export type { KnownCause, Manifest, ManifestGap, ManifestSegment, SegmentKind } from './domain/manifest';
export type { StripRun } from './domain/strip';
