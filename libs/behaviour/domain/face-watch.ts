import type { DetectedCode } from '@aigaq/contracts';

import { Episode } from './episode';
import type { Reading, Sample } from './episode';
import type { ObservationChange } from './observation';
import type { BehaviourParameters } from './parameters';
import type { MakeId } from './simple-watch';

export const faceDetector = { detector: 'faces', detectorVersion: '1-human-3.3.6' } as const;

/** What one frame gave: how sure the model is of each face, and nothing else about anybody. */
export interface FaceSample {
  readonly at: number;
  readonly scores: readonly number[];
  /** Mean brightness of the frame, 0 to 1. */
  readonly brightness: number;
  /** Milliseconds to the next frame as planned. */
  readonly intervalMs: number;
}

type Light = 'enough' | 'dim' | 'dark';
const darkBelow = 0.15;
const dimBelow = 0.28;

/** CAM-01 and PER-01 out of the same frames. A frame that did not come says nothing about either. */
export class FaceWatch {
  private readonly missing: Episode | null;
  private readonly second: Episode | null;
  private light: Light = 'enough';
  private people = 0;

  constructor(
    private readonly parameters: Pick<BehaviourParameters, 'faceMissing' | 'secondPerson' | 'frames'>,
    codes: readonly DetectedCode[],
    makeId: MakeId,
  ) {
    const { faceMissing, secondPerson } = parameters;
    this.missing = codes.includes('CAM-01')
      ? new Episode({ code: 'CAM-01', ...faceDetector }, { ...rules(faceMissing), bridgeMs: 0 }, makeId)
      : null;
    this.second = codes.includes('PER-01')
      ? new Episode({ code: 'PER-01', ...faceDetector }, { ...rules(secondPerson), bridgeMs: 0 }, makeId)
      : null;
  }

  read(sample: FaceSample): ObservationChange[] {
    const { longestGapMs } = this.parameters.frames;
    const common = { at: sample.at, standsForMs: Math.max(longestGapMs, 2.5 * sample.intervalMs) };
    const [best = 0, next = 0] = [...sample.scores].sort((one, other) => other - one);
    return [
      ...(this.missing?.read({ ...common, ...this.missingReading(best, sample.brightness, this.missing.active) }) ??
        []),
      ...(this.second?.read({ ...common, ...this.secondReading(next, sample.scores, this.second.active) }) ?? []),
    ];
  }

  tick(at: number): ObservationChange[] {
    return [...(this.missing?.tick(at) ?? []), ...(this.second?.tick(at) ?? [])];
  }

  /** Nobody watches any more: `unknown` when the camera failed, `stopped` when it is meant so. */
  cut(ended: 'unknown' | 'stopped'): ObservationChange[] {
    return [...(this.missing?.cut(ended) ?? []), ...(this.second?.cut(ended) ?? [])];
  }

  private missingReading(best: number, brightness: number, active: boolean): Omit<Sample, 'at'> {
    const { presentScore, absentScore } = this.parameters.faceMissing;
    const reading = between(best, absentScore, presentScore, 'present', 'absent');
    const now: Light = brightness < darkBelow ? 'dark' : brightness < dimBelow ? 'dim' : 'enough';
    // The worst light of the episode is told with it: a face that the dark hides is not a face that left.
    this.light = active ? worse(this.light, now) : now;
    return { reading, confidence: 1 - best, detail: { light: this.light } };
  }

  private secondReading(next: number, scores: readonly number[], active: boolean): Omit<Sample, 'at'> {
    const { enterScore, leaveScore } = this.parameters.secondPerson;
    const reading = between(next, leaveScore, enterScore, 'absent', 'present');
    const people = scores.filter((score) => score >= enterScore).length;
    this.people = active ? Math.max(this.people, people) : people;
    return { reading, confidence: next, detail: { people: this.people } };
  }
}

function rules(parameters: { afterMs: number; mergeMs: number; minimumSamples: number }) {
  return {
    openAfterMs: parameters.afterMs,
    closeAfterMs: parameters.mergeMs,
    minimumSamples: parameters.minimumSamples,
  };
}

function between(score: number, low: number, high: number, below: Reading, above: Reading): Reading {
  if (score >= high) return above;
  return score < low ? below : 'hold';
}

function worse(one: Light, other: Light): Light {
  const order: readonly Light[] = ['enough', 'dim', 'dark'];
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}
