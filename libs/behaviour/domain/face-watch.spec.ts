import fc from 'fast-check';

import { FaceWatch } from './face-watch';
import type { FaceSample } from './face-watch';
import type { ObservationChange } from './observation';
import { defaultParameters } from './parameters';

function watch(codes: readonly ('CAM-01' | 'PER-01')[] = ['CAM-01', 'PER-01']): FaceWatch {
  let made = 0;
  return new FaceWatch(defaultParameters, codes, () => `id-${++made}`);
}

function frames(from: number, to: number, scores: readonly number[], more: Partial<FaceSample> = {}): FaceSample[] {
  const count = (to - from) / 500;
  return Array.from({ length: count }, (_, index) => ({
    at: from + index * 500,
    scores,
    brightness: 0.5,
    intervalMs: 500,
    ...more,
  }));
}

function feed(subject: FaceWatch, samples: readonly FaceSample[]): ObservationChange[] {
  return samples.flatMap((sample) => subject.read(sample));
}

function told(changes: readonly ObservationChange[]) {
  return changes.map(({ change, observation }) => [
    change,
    observation.code,
    observation.startedAt,
    observation.endedAt,
  ]);
}

describe('the face watch', () => {
  it('says nothing about one person who sits in view', () => {
    expect(feed(watch(), frames(0, 60_000, [0.9]))).toEqual([]);
  });

  it('notices a face that left and came back, and then somebody beside it', () => {
    const changes = feed(watch(), [
      ...frames(0, 10_000, [0.9]),
      ...frames(10_000, 20_000, []),
      ...frames(20_000, 30_000, [0.9, 0.85]),
      ...frames(30_000, 40_000, [0.9]),
    ]);
    expect(told(changes)).toEqual([
      ['opened', 'CAM-01', 10_000, null],
      ['closed', 'CAM-01', 10_000, 20_000],
      ['opened', 'PER-01', 20_000, null],
      ['closed', 'PER-01', 20_000, 30_000],
    ]);
    expect(changes.at(-1)?.observation).toMatchObject({ confidence: 0.85, detail: { people: 2, ended: 'recovered' } });
  });

  it('does not take a face of doubtful score for a missing one, nor a doubtful second face for a person', () => {
    expect(feed(watch(), frames(0, 60_000, [0.4, 0.39]))).toEqual([]);
  });

  it('lets a single frame without a face pass, again and again', () => {
    const blinks = Array.from({ length: 40 }, (_, index) => [
      ...frames(index * 2000, index * 2000 + 1500, [0.8]),
      ...frames(index * 2000 + 1500, index * 2000 + 2000, []),
    ]).flat();
    expect(feed(watch(), blinks)).toEqual([]);
  });

  it('tells with a missing face how dark it was at the worst', () => {
    const changes = feed(watch(), [
      ...frames(0, 3000, [], { brightness: 0.5 }),
      ...frames(3000, 6000, [], { brightness: 0.05 }),
      ...frames(6000, 9000, [], { brightness: 0.5 }),
      ...frames(9000, 12_000, [0.9]),
    ]);
    expect(changes.at(-1)?.observation.detail).toEqual({ light: 'dark', ended: 'recovered' });
  });

  it('counts the most people that were in view at once', () => {
    const changes = feed(watch(), [
      ...frames(0, 3000, [0.9, 0.8]),
      ...frames(3000, 4000, [0.9, 0.8, 0.7]),
      ...frames(4000, 9000, [0.9]),
    ]);
    expect(changes.at(-1)?.observation.detail).toEqual({ people: 3, ended: 'recovered' });
  });

  it('reports only what it was asked for', () => {
    const changes = feed(watch(['PER-01']), [...frames(0, 10_000, []), ...frames(10_000, 20_000, [0.9, 0.9])]);
    expect(told(changes)).toEqual([['opened', 'PER-01', 10_000, null]]);
  });

  it('goes on with a slow machine, whose frames come every four seconds', () => {
    const slow = [0, 4000, 8000, 12_000].map((at) => ({ at, scores: [], brightness: 0.5, intervalMs: 4000 }));
    expect(told(feed(watch(), slow))).toEqual([['opened', 'CAM-01', 0, null]]);
  });

  it('ends what is open when the camera stops giving frames, where it was last seen', () => {
    const subject = watch();
    feed(subject, frames(0, 6000, []));
    expect(told(subject.tick(60_000))).toEqual([['closed', 'CAM-01', 0, 5500]]);
  });

  it('never takes frames that did not come for a missing face, wherever the gaps are', () => {
    const gap = fc.record({
      frames: fc.integer({ min: 1, max: 7 }),
      silentMs: fc.integer({ min: 3001, max: 600_000 }),
    });
    fc.assert(
      fc.property(fc.array(gap, { maxLength: 30 }), (gaps) => {
        const subject = watch();
        let at = 0;
        for (const { frames: count, silentMs } of gaps) {
          // Seven frames without a face last 3 s, less than the 4 s after which it is reported.
          expect(feed(subject, frames(at, at + count * 500, []))).toEqual([]);
          at += count * 500 + silentMs;
          expect(subject.tick(at)).toEqual([]);
        }
      }),
    );
  });
});
