import type { FlagCode } from '@aigaq/contracts';

/** What the candidate's browser can notice by itself; the catalogue of flags knows more. */
export const behaviourCodes = [
  'SCR-01',
  'SCR-03',
  'SCR-06',
  'CAM-01',
  'PER-01',
  'NET-01',
] as const satisfies readonly FlagCode[];
export type DetectedCode = (typeof behaviourCodes)[number];

export type Detail = Readonly<Record<string, string | number>>;

/**
 * Something that was noticed, with its start and end in milliseconds of the Unix epoch. It accuses nobody: how sure
 * the detector was stands in `confidence` (0 to 1), what a reviewer should know beside it in `detail`.
 */
export interface Observation {
  readonly id: string;
  readonly code: DetectedCode;
  readonly detector: string;
  readonly detectorVersion: string;
  readonly startedAt: number;
  /** Null as long as it lasts. */
  readonly endedAt: number | null;
  readonly confidence: number;
  readonly detail?: Detail;
}

/** Every observation is opened once, may be updated, and is closed once; the id stays. */
export interface ObservationChange {
  readonly change: 'opened' | 'updated' | 'closed';
  readonly observation: Observation;
}

export type Report = (change: ObservationChange) => void;

/** `off`: not asked for, or this browser cannot do it. `failed`: asked for and not seeing anything now. */
export type Health = 'working' | 'starting' | 'failed' | 'off';

export interface Detector {
  /** Begins to watch; each change is reported at once. A second call without `stop` between them does nothing. */
  start(report: Report): void;
  /** Ends what is open and lets go of everything that was taken from the page. */
  stop(): void;
  health(): Health;
}

/** A sign of life of one sensor, so that silence is never taken for good behaviour, nor for bad. */
export interface SensorBeat {
  readonly detector: string;
  readonly detectorVersion: string;
  readonly codes: readonly DetectedCode[];
  readonly health: Health;
  /** Why it failed or is off, as a word for the log: `camera-muted`, `model-not-loaded`, … */
  readonly problem?: string;
  /** Milliseconds of the Unix epoch; null before the first sample. */
  readonly lastSampleAt: number | null;
  /** Since the start. */
  readonly samples: number;
  /** Milliseconds of computing for one frame and between two frames; only where frames are looked at. */
  readonly frameMs?: number;
  readonly intervalMs?: number;
}

/**
 * Ends the observations that a page left open when it was closed, crashed or reloaded: call it with what the store of
 * the browser still holds as open and with the time when the page was last known to be alive.
 */
export function closeUnfinished(open: readonly Observation[], lastAliveAt: number): ObservationChange[] {
  return open
    .filter((observation) => observation.endedAt === null)
    .map((observation) => ({
      change: 'closed',
      observation: {
        ...observation,
        endedAt: Math.max(observation.startedAt, lastAliveAt),
        detail: { ...observation.detail, ended: 'page-gone' },
      },
    }));
}
