/** All times in milliseconds, all scores 0 to 1. What a detector tolerates is data of the profile, not code. */
export interface GraceParameters {
  /** Shorter than this is not worth a flag. */
  readonly graceMs: number;
  /** Two of a kind with less than this between them are one. */
  readonly mergeMs: number;
}

export interface ScreenShareParameters {
  readonly mergeMs: number;
  /** A share may stand still for so long (a locked screen, a sleeping display) before it counts as stopped. */
  readonly muteGraceMs: number;
}

export interface FaceMissingParameters {
  readonly afterMs: number;
  readonly mergeMs: number;
  /** So many frames without a face are needed, however slowly they come. */
  readonly minimumSamples: number;
  /** At this score and above a face is there; below `absentScore` it is not; in between nothing changes. */
  readonly presentScore: number;
  readonly absentScore: number;
}

export interface SecondPersonParameters {
  readonly afterMs: number;
  readonly mergeMs: number;
  readonly minimumSamples: number;
  /** At this score of the second-best face and above somebody else is there, below `leaveScore` nobody else. */
  readonly enterScore: number;
  readonly leaveScore: number;
}

export interface FrameParameters {
  readonly intervalMs: number;
  /** The interval is stretched up to this on a slow machine. */
  readonly slowestIntervalMs: number;
  /** Share of the interval that one frame may cost before the interval is stretched. */
  readonly budget: number;
  /** Without a frame for so long nothing is known about who is in view. */
  readonly longestGapMs: number;
}

export interface BehaviourParameters {
  readonly leftWindow: GraceParameters;
  readonly leftFullScreen: GraceParameters;
  readonly connection: GraceParameters;
  readonly screenShare: ScreenShareParameters;
  readonly faceMissing: FaceMissingParameters;
  readonly secondPerson: SecondPersonParameters;
  readonly frames: FrameParameters;
  readonly heartbeatMs: number;
}

export type BehaviourParameterChanges = {
  readonly [Group in keyof BehaviourParameters]?: BehaviourParameters[Group] extends number
    ? number
    : Partial<BehaviourParameters[Group]>;
};

/**
 * A missing face is reported late and given up early: a detector that sees some skins and some light worse than others
 * must rather miss a glance aside than accuse somebody who sits still.
 */
export const defaultParameters: BehaviourParameters = {
  leftWindow: { graceMs: 2000, mergeMs: 1000 },
  leftFullScreen: { graceMs: 3000, mergeMs: 1000 },
  connection: { graceMs: 3000, mergeMs: 2000 },
  screenShare: { mergeMs: 1000, muteGraceMs: 5000 },
  faceMissing: { afterMs: 4000, mergeMs: 1500, minimumSamples: 4, presentScore: 0.5, absentScore: 0.3 },
  secondPerson: { afterMs: 1500, mergeMs: 2500, minimumSamples: 3, enterScore: 0.6, leaveScore: 0.4 },
  frames: { intervalMs: 500, slowestIntervalMs: 4000, budget: 0.4, longestGapMs: 3000 },
  heartbeatMs: 10_000,
};

/** The defaults with what a profile changes in them. */
export function parametersWith(changes: BehaviourParameterChanges = {}): BehaviourParameters {
  return {
    leftWindow: { ...defaultParameters.leftWindow, ...changes.leftWindow },
    leftFullScreen: { ...defaultParameters.leftFullScreen, ...changes.leftFullScreen },
    connection: { ...defaultParameters.connection, ...changes.connection },
    screenShare: { ...defaultParameters.screenShare, ...changes.screenShare },
    faceMissing: { ...defaultParameters.faceMissing, ...changes.faceMissing },
    secondPerson: { ...defaultParameters.secondPerson, ...changes.secondPerson },
    frames: { ...defaultParameters.frames, ...changes.frames },
    heartbeatMs: changes.heartbeatMs ?? defaultParameters.heartbeatMs,
  };
}
