export { coverage } from './domain/coverage';
export type { Interval } from './domain/intervals';
export type { ManifestGap, ManifestSegment } from './domain/manifest';
