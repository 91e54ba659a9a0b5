import type { DetectedCode, FlagCode } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import type { Id } from '@aigaq/kernel';

import { behaviourAssetsPath } from '../assets';
import { FaceWatch, faceDetector } from '../domain/face-watch';
import type { Detector, Health, ObservationChange, SensorBeat } from '../domain/observation';
import { parametersWith } from '../domain/parameters';
import type { BehaviourParameterChanges, BehaviourParameters } from '../domain/parameters';
import { ScreenShareWatch } from '../domain/screen-share-watch';
import { SimpleWatch, versions } from '../domain/simple-watch';
import type { FrameWay } from './camera-frames';
import { steadyNow } from './clock';
import { ConnectionDetector } from './connection-detector';
import { FaceDetector } from './face-detector';
import { FullScreenDetector } from './full-screen-detector';
import { ScreenShareDetector } from './screen-share-detector';
import { WindowDetector } from './window-detector';

export interface BehaviourOptions {
  /** What to watch: the profile's detectors without those that are silenced for this person. Others are ignored. */
  readonly detectors: readonly FlagCode[];
  /** What the profile changes in `defaultParameters`. */
  readonly parameters?: BehaviourParameterChanges;
  /** Milliseconds of the Unix epoch, best as the server counts them; default: this machine's, steady within the page. */
  readonly now?: () => number;
  readonly report: (change: ObservationChange) => void;
  /** Called every `heartbeatMs`. */
  readonly beat?: (beats: readonly SensorBeat[]) => void;
  /** Where `assets/behaviour/…` is found; default `/`. */
  readonly assetsRoot?: string;
  /** Default: the best way to the camera's frames that this browser has. */
  readonly frameWay?: FrameWay;
}

export interface Behaviour {
  /** The camera's track, or null when there is none now. Call it again whenever the track is another one. */
  camera(track: MediaStreamTrack | null): void;
  /** The shared screen's track; null when there is none although there should be. Nothing is expected before the first call. */
  screen(track: MediaStreamTrack | null): void;
  /** Whether the server answers. */
  connection(up: boolean): void;
  /** From now on the page has to fill the screen, even if it never did since it was loaded. */
  expectFullScreen(): void;
  /** While true, leaving window and full screen is in order: the browser's own share dialog, a pause, a file choice. */
  allowLeaving(allowed: boolean): void;
  /** Each sensor by its name, as the heartbeat of the sitting's socket wants it. */
  health(): Record<string, Health>;
  beats(): readonly SensorBeat[];
  /** Ends what is open, reports it, and lets go of worker and listeners. */
  stop(): void;
}

interface Sensor extends Detector {
  problem(): string | undefined;
  readonly lastSampleAt: number | null;
  readonly samples: number;
  readonly cost?: { frameMs: number; intervalMs: number } | undefined;
}

interface Named {
  readonly detector: string;
  readonly detectorVersion: string;
  readonly codes: readonly DetectedCode[];
  readonly sensor: Sensor;
}

/** Starts the detectors that a sitting asks for. Observations and their ends are reported as they become known. */
export function startBehaviour(options: BehaviourOptions): Behaviour {
  const parameters = parametersWith(options.parameters);
  const detectors = makeDetectors(options, parameters);
  const all = named(detectors, options.detectors);
  for (const { sensor } of all) sensor.start(options.report);
  const beats = () => all.map(beatOf);
  const timer = setInterval(() => options.beat?.(beats()), parameters.heartbeatMs);
  return {
    camera: (track) => detectors.faces?.setTrack(track),
    screen: (track) => detectors.share?.setTrack(track),
    connection: (up) => detectors.connection?.set(up),
    expectFullScreen: () => detectors.fullScreen?.expect(),
    allowLeaving: (allowed) => {
      detectors.window?.allow(allowed);
      detectors.fullScreen?.allow(allowed);
    },
    health: () => Object.fromEntries(all.map(({ detector, sensor }) => [detector, sensor.health()])),
    beats,
    stop: () => {
      clearInterval(timer);
      for (const { sensor } of all) sensor.stop();
    },
  };
}

function makeDetectors(options: BehaviourOptions, parameters: BehaviourParameters) {
  const now = options.now ?? steadyNow;
  const makeId = (): Id<'observation'> => newId<'observation'>();
  const asked = (code: FlagCode) => options.detectors.includes(code);
  const faceCodes = (['CAM-01', 'PER-01'] as const).filter(asked);
  const assets = `${options.assetsRoot ?? '/'}${behaviourAssetsPath}`;
  const { frames } = parameters;
  return {
    window: asked('SCR-01') ? new WindowDetector(new SimpleWatch('window', parameters.leftWindow, makeId), now) : null,
    fullScreen: asked('SCR-06')
      ? new FullScreenDetector(new SimpleWatch('full-screen', parameters.leftFullScreen, makeId), now)
      : null,
    share: asked('SCR-03') ? new ScreenShareDetector(new ScreenShareWatch(parameters.screenShare, makeId), now) : null,
    faces:
      faceCodes.length > 0
        ? new FaceDetector({
            watch: new FaceWatch(parameters, faceCodes, makeId),
            frames,
            assets,
            now,
            way: options.frameWay,
          })
        : null,
    connection: asked('NET-01')
      ? new ConnectionDetector(new SimpleWatch('connection', parameters.connection, makeId), now)
      : null,
  };
}

function named(made: ReturnType<typeof makeDetectors>, asked: readonly FlagCode[]): readonly Named[] {
  const faceCodes = (['CAM-01', 'PER-01'] as const).filter((code) => asked.includes(code));
  const entries: (Omit<Named, 'sensor'> & { sensor: Sensor | null })[] = [
    { detector: 'window', detectorVersion: versions.window, codes: ['SCR-01'], sensor: made.window },
    { detector: 'full-screen', detectorVersion: versions['full-screen'], codes: ['SCR-06'], sensor: made.fullScreen },
    { detector: 'screen-share', detectorVersion: versions['screen-share'], codes: ['SCR-03'], sensor: made.share },
    { ...faceDetector, codes: faceCodes, sensor: made.faces },
    { detector: 'connection', detectorVersion: versions.connection, codes: ['NET-01'], sensor: made.connection },
  ];
  return entries.filter((entry): entry is Named => entry.sensor !== null);
}

function beatOf({ sensor, ...names }: Named): SensorBeat {
  const problem = sensor.problem();
  return {
    ...names,
    health: sensor.health(),
    ...(problem === undefined ? {} : { problem }),
    lastSampleAt: sensor.lastSampleAt,
    samples: sensor.samples,
    ...sensor.cost,
  };
}
