import type { BehaviourCode, BehaviourParameterChanges, ObservationChange, SensorBeat } from '@aigaq/behaviour';

export interface BehaviourOptions {
  /** What to watch: the profile's detectors without those that are silenced for this person. Others are ignored. */
  readonly detectors: readonly string[];
  readonly parameters?: BehaviourParameterChanges;
  /** Milliseconds of the Unix epoch, best as the server counts them; default: this machine's, steady within the page. */
  readonly now?: () => number;
  readonly report: (change: ObservationChange) => void;
  readonly beat?: (beats: readonly SensorBeat[]) => void;
  /** Default: `/`, the root of the page's own server. */
  readonly assetsRoot?: string;
}

export interface Behaviour {
  /** The camera's track, or null when there is none now. Call it again whenever the track is another one. */
  camera(track: MediaStreamTrack | null): void;
  /** The shared screen's track; null when there is none although there should be. Nothing is expected before the first call. */
  screen(track: MediaStreamTrack | null): void;
  connection(up: boolean): void;
  /** From now on the page has to fill the screen, even if it never did since it was loaded. */
  expectFullScreen(): void;
  /** While true, leaving the window and the full screen is in order: the browser's own share dialog, a pause, a file choice. */
  allowLeaving(allowed: boolean): void;
  beats(): readonly SensorBeat[];
  /** What is open now. */
  open(): readonly BehaviourCode[];
  stop(): void;
}
