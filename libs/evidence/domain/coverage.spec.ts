import fc from 'fast-check';
import { certificate, coverage, type CoverageInput, type SourceCoverage } from './coverage';
import type { ManifestGap, ManifestSegment, SegmentKind } from './manifest';

const T = Date.UTC(2026, 5, 1, 9);

function segment(from: number, to: number, kind: SegmentKind = 'recorded'): ManifestSegment {
  const sha256 = 'ab'.repeat(32);
  return {
    source: 'camera',
    track: 't',
    sequence: 1,
    startedAt: T + from,
    durationMs: to - from,
    sha256,
    size: 1,
    codec: 'vp8',
    kind,
  };
}

function gap(from: number, to: number, cause: ManifestGap['cause']): ManifestGap {
  return { source: 'camera', startedAt: T + from, endedAt: T + to, cause };
}

/** The camera's coverage of a window from 0; everything in milliseconds since its start. */
function camera(
  to: number,
  segments: ManifestSegment[],
  gaps: ManifestGap[] = [],
  more: Partial<CoverageInput> = {},
): SourceCoverage {
  return coverage({ window: { from: T, to: T + to }, segments, gaps, sources: ['camera'], ...more })[0]!;
}

function missing({ missing: intervals }: SourceCoverage): [from: number, to: number, cause: string][] {
  return intervals.map(({ from, to, cause }) => [from - T, to - T, cause]);
}

describe('coverage', () => {
  it('is 100 when segments lie from end to end', () => {
    const whole = camera(20_000, [segment(-500, 9_999.6), segment(9_999.7, 20_400)]);
    expect(whole).toMatchObject({
      percent: 100,
      recordedMs: 20_000,
      lateMs: 0,
      missingMs: 0,
      ofMs: 20_000,
      missing: [],
    });
    expect(whole.strip).toEqual([{ state: 'recorded', seconds: 20 }]);
  });

  it('takes a seam between two segments for rounding, a longer hole for missing', () => {
    expect(camera(20_000, [segment(0, 9_800), segment(10_050, 20_000)]).percent).toBe(100);
    const holed = camera(20_000, [segment(0, 9_800), segment(10_051, 20_000)]);
    expect(missing(holed)).toEqual([[9_800, 10_051, 'unknown']]);
    expect(holed.percent).toBe(98.7);
  });

  it('does not take a short hole for rounding when somebody wrote it down', () => {
    const holed = camera(20_000, [segment(0, 9_900), segment(10_000, 20_000)], [gap(9_900, 10_000, 'network')]);
    expect(missing(holed)).toEqual([[9_900, 10_000, 'network']]);
    expect(holed.percent).toBe(99.5);
  });

  it('never rounds up to 100', () => {
    const day = 86_400_000;
    expect(camera(day, [segment(0, day - 300)]).percent).toBe(99.9);
  });

  it('counts what came late apart, and only where nothing was recorded', () => {
    const filled = camera(
      30_000,
      [segment(0, 10_000), segment(20_000, 30_000), segment(8_000, 19_000, 'late')],
      [gap(10_000, 20_000, 'network')],
    );
    expect(filled).toMatchObject({ recordedMs: 20_000, lateMs: 9_000, missingMs: 1_000, percent: 96.6 });
    expect(missing(filled)).toEqual([[19_000, 20_000, 'network']]);
    expect(filled.strip).toEqual([
      { state: 'recorded', seconds: 10 },
      { state: 'late', seconds: 9 },
      { state: 'missing', cause: 'network', seconds: 1 },
      { state: 'recorded', seconds: 10 },
    ]);
  });

  it('leaves pauses out of everything but the strip', () => {
    const pause = { from: T + 10_000, to: T + 20_000 };
    const paused = camera(30_000, [segment(0, 10_000), segment(20_000, 30_000)], [gap(10_000, 20_000, 'operator')], {
      excluded: [pause],
    });
    expect(paused).toMatchObject({ percent: 100, ofMs: 20_000, recordedMs: 20_000, missing: [] });
    expect(paused.strip).toEqual([
      { state: 'recorded', seconds: 10 },
      { state: 'excluded', seconds: 10 },
      { state: 'recorded', seconds: 10 },
    ]);
  });

  it('divides a hole by its causes, the more telling first, and keeps slivers with their neighbour', () => {
    const gaps = [gap(1_100, 5_000, 'network'), gap(4_000, 6_000, 'device'), gap(8_000, 9_000, 'service')];
    expect(missing(camera(10_000, [segment(0, 1_000)], gaps))).toEqual([
      [1_000, 4_000, 'network'],
      [4_000, 6_000, 'device'],
      [6_000, 8_000, 'unknown'],
      [8_000, 9_000, 'service'],
      [9_000, 10_000, 'unknown'],
    ]);
  });

  it('shows a second as missing when anything of it is missing, and ends with the part of one', () => {
    const holed = camera(3_500, [segment(0, 1_100), segment(1_400, 3_500)]);
    expect(holed.strip).toEqual([
      { state: 'recorded', seconds: 1 },
      { state: 'missing', cause: 'unknown', seconds: 1 },
      { state: 'recorded', seconds: 2 },
    ]);
  });

  it('reports the sources that were asked for, and other sources do not help', () => {
    const both = coverage({
      window: { from: T, to: T + 1_000 },
      segments: [segment(0, 1_000)],
      gaps: [],
      sources: ['microphone', 'camera'],
    });
    expect(certificate(both)).toEqual([
      { source: 'microphone', percent: 0, ofMs: 1_000 },
      { source: 'camera', percent: 100, ofMs: 1_000 },
    ]);
  });

  it('of nothing claims nothing', () => {
    expect(camera(0, [segment(0, 1)])).toMatchObject({ percent: 0, ofMs: 0, strip: [] });
    expect(camera(-5, [segment(0, 1)])).toMatchObject({ percent: 0, ofMs: 0, missing: [] });
  });
});

describe('coverage of any recording', () => {
  const point = fc.oneof(
    fc.integer({ min: -20_000, max: 140_000 }),
    fc.double({ min: -500, max: 130_000, noNaN: true }),
  );
  const length = fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.double({ min: 0, max: 12_000, noNaN: true }));
  const segments = fc.array(
    fc
      .tuple(point, length, fc.constantFrom<SegmentKind>('recorded', 'late'))
      .map(([from, long, kind]) => segment(from, from + long, kind)),
    { maxLength: 25 },
  );
  const gaps = fc.array(
    fc
      .tuple(point, length, fc.constantFrom('device', 'network', 'service', 'operator'))
      .map(([from, long, cause]) => gap(from, from + long, cause)),
    { maxLength: 10 },
  );
  const excluded = fc.array(
    fc.tuple(point, length).map(([from, long]) => ({ from: T + from, to: T + from + long })),
    { maxLength: 3 },
  );
  const input = fc.record({ to: fc.integer({ min: 0, max: 120_000 }), segments, gaps, excluded });

  it('adds up to the window without its pauses', () => {
    fc.assert(
      fc.property(input, ({ to, segments: some, gaps: known, excluded: pauses }) => {
        const result = camera(to, some, known, { excluded: pauses });
        expect(result.recordedMs + result.lateMs + result.missingMs).toBe(result.ofMs);
        expect(result.missing.reduce((sum, one) => sum + one.to - one.from, 0)).toBe(result.missingMs);
        expect(result.percent).toBeGreaterThanOrEqual(0);
        expect(result.percent).toBeLessThanOrEqual(100);
        expect(result.percent === 100).toBe(result.ofMs > 0 && result.missingMs === 0);
        expect(result.strip.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(Math.ceil(to / 1000));
      }),
    );
  });

  it('lists what is missing in order, inside the window, outside the pauses, without overlap', () => {
    fc.assert(
      fc.property(input, ({ to, segments: some, gaps: known, excluded: pauses }) => {
        const result = camera(to, some, known, { excluded: pauses });
        let at = T;
        for (const one of result.missing) {
          expect(one.from).toBeGreaterThanOrEqual(at);
          expect(one.to).toBeGreaterThan(one.from);
          at = one.to;
          for (const pause of pauses) {
            expect(
              Math.min(one.to, Math.round(pause.to)) - Math.max(one.from, Math.round(pause.from)),
            ).toBeLessThanOrEqual(0);
          }
        }
        expect(at).toBeLessThanOrEqual(T + to);
      }),
    );
  });

  it('does not depend on order or on doubles', () => {
    const shuffled = input.chain((one) =>
      fc.record({
        one: fc.constant(one),
        segments: fc.shuffledSubarray([...one.segments, ...one.segments], { minLength: one.segments.length * 2 }),
        gaps: fc.shuffledSubarray([...one.gaps, ...one.gaps], { minLength: one.gaps.length * 2 }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ one, segments: some, gaps: known }) => {
        expect(camera(one.to, some, known)).toEqual(camera(one.to, one.segments, one.gaps));
      }),
    );
  });

  it('never falls when another segment comes', () => {
    fc.assert(
      fc.property(input, point, length, ({ to, segments: some, gaps: known }, from, long) => {
        const more = camera(to, [...some, segment(from, from + long, 'late')], known);
        expect(more.missingMs).toBeLessThanOrEqual(camera(to, some, known).missingMs);
      }),
    );
  });
});
