import fc from 'fast-check';

import { Episode } from './episode';
import type { EpisodeRules, Sample } from './episode';
import type { ObservationChange } from './observation';

const rules: EpisodeRules = { openAfterMs: 2000, closeAfterMs: 1000, bridgeMs: 500, minimumSamples: 3 };

function episode(changed: Partial<EpisodeRules> = {}): Episode {
  let made = 0;
  const identity = { code: 'CAM-01', detector: 'faces', detectorVersion: '1' } as const;
  return new Episode(identity, { ...rules, ...changed }, () => `id-${++made}`);
}

function feed(subject: Episode, samples: readonly Sample[]): ObservationChange[] {
  return samples.flatMap((sample) => subject.read(sample));
}

function every500(from: number, to: number, reading: Sample['reading'], more: Partial<Sample> = {}): Sample[] {
  return Array.from({ length: (to - from) / 500 + 1 }, (_, index) => ({ at: from + index * 500, reading, ...more }));
}

describe('an episode', () => {
  it('opens with the time of its first sample once it has lasted long enough', () => {
    const changes = feed(episode(), every500(1000, 3000, 'present'));
    expect(changes).toEqual([
      { change: 'opened', observation: expect.objectContaining({ id: 'id-1', startedAt: 1000, endedAt: null }) },
    ]);
  });

  it('does not open on what passes sooner', () => {
    const changes = feed(episode(), [...every500(0, 1500, 'present'), ...every500(2000, 9000, 'absent')]);
    expect(changes).toEqual([]);
  });

  it('needs its number of samples, however long they take', () => {
    const changes = feed(
      episode({ minimumSamples: 4 }),
      [0, 4000, 8000].map((at) => ({ at, reading: 'present' as const })),
    );
    expect(changes).toEqual([]);
  });

  it('ends where the thing was first absent, after it stayed absent', () => {
    const changes = feed(episode(), [...every500(0, 4000, 'present'), ...every500(4500, 5500, 'absent')]);
    expect(changes.at(-1)).toEqual({
      change: 'closed',
      observation: expect.objectContaining({ startedAt: 0, endedAt: 4500, detail: { ended: 'recovered' } }),
    });
  });

  it('takes a short absence as part of it', () => {
    const subject = episode();
    const changes = feed(subject, [
      ...every500(0, 4000, 'present'),
      { at: 4500, reading: 'absent' },
      ...every500(5000, 9000, 'present'),
    ]);
    expect(changes.map(({ change }) => change)).toEqual(['opened']);
    expect(subject.isOpen).toBe(true);
  });

  it('does not count bridged absences into the time that it needs', () => {
    const flicker = [0, 1000, 2000, 3000].flatMap((at): Sample[] => [
      { at, reading: 'present' },
      { at: at + 400, reading: 'absent' },
    ]);
    expect(feed(episode(), flicker)).toEqual([]);
  });

  it('goes on while a sample is neither clearly so nor clearly not so', () => {
    const subject = episode();
    feed(subject, [...every500(0, 4000, 'present'), ...every500(4500, 9000, 'hold')]);
    expect(subject.isOpen).toBe(true);
    expect(feed(episode(), every500(0, 9000, 'hold'))).toEqual([]);
  });

  it('ends at the last sample when the samples stop coming, and says that it is not known how it went on', () => {
    const subject = episode();
    feed(subject, every500(0, 4000, 'present', { standsForMs: 3000 }));
    expect(subject.tick(7000)).toEqual([]);
    expect(subject.tick(7001)).toEqual([
      { change: 'closed', observation: expect.objectContaining({ endedAt: 4000, detail: { ended: 'unknown' } }) },
    ]);
  });

  it('does not join what was seen before a silence to what was seen after it', () => {
    const samples = [0, 60_000, 120_000, 180_000].map((at) => ({ at, reading: 'present', standsForMs: 3000 }) as const);
    expect(feed(episode(), samples)).toEqual([]);
  });

  it('means the confidence over the samples in which the thing was present', () => {
    const changes = feed(episode({ openAfterMs: 0, minimumSamples: 2, closeAfterMs: 0 }), [
      { at: 0, reading: 'present', confidence: 0.5 },
      { at: 1, reading: 'present', confidence: 0.7 },
      { at: 2, reading: 'present', confidence: 0.9 },
      { at: 3, reading: 'absent' },
    ]);
    expect(changes.map(({ observation }) => observation.confidence)).toEqual([0.6, 0.7]);
  });

  it('reports a changed detail while it lasts', () => {
    const changes = feed(episode({ openAfterMs: 0, minimumSamples: 1 }), [
      { at: 0, reading: 'present', detail: { via: 'focus-lost' } },
      { at: 1, reading: 'present', detail: { via: 'focus-lost' } },
      { at: 2, reading: 'present', detail: { via: 'hidden' } },
    ]);
    expect(changes.map(({ change, observation }) => [change, observation.detail])).toEqual([
      ['opened', { via: 'focus-lost' }],
      ['updated', { via: 'hidden' }],
    ]);
  });
});

const anySample: fc.Arbitrary<Sample> = fc.record(
  {
    at: fc.integer({ min: 0, max: 60_000 }),
    reading: fc.constantFrom('present', 'absent', 'hold', 'unknown'),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    since: fc.integer({ min: 0, max: 60_000 }),
    standsForMs: fc.integer({ min: 0, max: 5000 }),
  },
  { requiredKeys: ['at', 'reading'] },
);
const anyRules: fc.Arbitrary<EpisodeRules> = fc.record({
  openAfterMs: fc.integer({ min: 0, max: 3000 }),
  closeAfterMs: fc.integer({ min: 0, max: 3000 }),
  bridgeMs: fc.integer({ min: 0, max: 1000 }),
  minimumSamples: fc.integer({ min: 1, max: 4 }),
});
type Act = { sample: Sample } | { tick: number } | { cut: true };
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: anySample.map((sample) => ({ sample })) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 60_000 }).map((tick) => ({ tick })) },
  { weight: 1, arbitrary: fc.constant({ cut: true } as const) },
);

function play(subject: Episode, acts: readonly Act[]): ObservationChange[] {
  return acts.flatMap((act) => {
    if ('sample' in act) return subject.read(act.sample);
    return 'tick' in act ? subject.tick(act.tick) : subject.cut('stopped');
  });
}

describe('whatever is fed to an episode, even with a clock that runs backwards', () => {
  it('each observation is opened once, closed once at most, never before its start, and none overlaps the one before', () => {
    fc.assert(
      fc.property(anyRules, fc.array(anyAct, { maxLength: 60 }), (changed, acts) => {
        const changes = play(episode(changed), acts);
        let open: string | null = null;
        let lastEnd = Number.NEGATIVE_INFINITY;
        for (const { change, observation } of changes) {
          expect(observation.id).not.toBe('');
          expect(observation.confidence).toBeGreaterThanOrEqual(0);
          expect(observation.confidence).toBeLessThanOrEqual(1);
          if (change === 'opened') {
            expect(open).toBeNull();
            expect(observation.startedAt).toBeGreaterThanOrEqual(lastEnd);
            open = observation.id;
            continue;
          }
          expect(observation.id).toBe(open);
          if (change === 'updated') continue;
          expect(observation.endedAt).toBeGreaterThanOrEqual(observation.startedAt);
          lastEnd = observation.endedAt ?? Number.NaN;
          open = null;
        }
      }),
      { numRuns: 500 },
    );
  });

  it('nothing opens unless the thing was seen', () => {
    fc.assert(
      fc.property(anyRules, fc.array(anyAct, { maxLength: 60 }), (changed, acts) => {
        const unseen = acts.filter((act) => !('sample' in act) || act.sample.reading !== 'present');
        expect(play(episode(changed), unseen)).toEqual([]);
      }),
    );
  });

  it('samples that say nothing change nothing, as long as the others still stand', () => {
    fc.assert(
      fc.property(fc.array(anySample, { maxLength: 40 }), fc.array(fc.nat({ max: 40 })), (samples, places) => {
        const sorted = [...samples]
          .sort((one, other) => one.at - other.at)
          .map(({ standsForMs: _, ...sample }) => sample);
        const known = sorted.filter(({ reading }) => reading !== 'unknown');
        const mixed = known.flatMap((sample, index): Sample[] =>
          places.includes(index) ? [{ at: sample.at, reading: 'unknown' }, sample] : [sample],
        );
        expect(feed(episode(), mixed)).toEqual(feed(episode(), known));
      }),
    );
  });
});
