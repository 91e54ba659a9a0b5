import fc from 'fast-check';

import { assembleRecording, type RecordingMaterial, type StoredSegment } from './assemble-recording';

const began = Date.parse('2026-01-10T04:00:00.000Z');
const at = (seconds: number): Date => new Date(began + seconds * 1000);
const iso = (seconds: number): string => at(seconds).toISOString();

const segment = (from: number, to: number, sequence = 0): StoredSegment => ({
  trackId: 'track',
  sequence,
  source: 'camera',
  objectKey: `recordings/${from}.webm`,
  sha256: 'x',
  size: 1,
  startedAt: at(from),
  durationMs: (to - from) * 1000,
  codec: 'vp8',
  width: 640,
  height: 480,
});

const material = (more: Partial<RecordingMaterial>): RecordingMaterial => ({
  sittingId: 'sitting',
  startedAt: at(0),
  endedAt: at(100),
  sources: ['camera'],
  segments: [],
  tracks: [],
  gaps: [],
  pauses: [],
  outages: [],
  deletedAt: null,
  running: false,
  now: at(200),
  ...more,
});
const view = (more: Partial<RecordingMaterial>) => assembleRecording(material(more), (key) => `/link/${key}`);

describe('a recording', () => {
  it('links each segment and hides its key', () => {
    const [first] = view({ segments: [segment(0, 10)] }).segments;
    expect(first).toMatchObject({ url: '/link/recordings/0.webm', startedAt: iso(0), durationMs: 10_000 });
    expect(first).not.toHaveProperty('objectKey');
  });

  it('is in order of time however its segments came', () => {
    const order = view({ segments: [segment(20, 30, 2), segment(0, 10, 0), segment(10, 20, 1)] }).segments;
    expect(order.map((one) => one.sequence)).toEqual([0, 1, 2]);
  });

  it('shows what came before the start, and does not count it', () => {
    const { from, to, coverage } = view({ segments: [segment(-60, 0), segment(0, 100, 1)] });
    expect([from, to]).toEqual([iso(-60), iso(100)]);
    expect(coverage).toMatchObject([{ percent: 100, ofMs: 100_000 }]);
  });

  it('has no coverage before the start, and no extent before the first segment', () => {
    expect(view({ startedAt: null, endedAt: null })).toMatchObject({ from: null, to: null, coverage: [] });
    expect(view({ startedAt: null, endedAt: null, segments: [segment(-60, -50)] })).toMatchObject({
      from: iso(-60),
      coverage: [],
    });
  });

  it('offers nothing of what retention deleted, and still tells how whole it was', () => {
    const kept = view({ segments: [segment(0, 90)] });
    const deleted = view({ segments: [segment(0, 90)], deletedAt: at(1000) });
    expect(kept).not.toHaveProperty('deletedAt');
    expect(deleted).toEqual({ ...kept, segments: [], deletedAt: iso(1000) });
    expect(deleted.coverage).toMatchObject([{ percent: 90 }]);
  });

  it('does not call missing what is still on its way', () => {
    const { coverage } = view({ endedAt: null, running: true, now: at(60), segments: [segment(0, 45)] });
    expect(coverage).toMatchObject([{ percent: 100, ofMs: 45_000, missingMs: 0 }]);
  });

  it('blames the service when the node was lost, until the track that followed', () => {
    const track = (from: number, to: number | null, endCause: 'service' | null) => ({
      source: 'camera' as const,
      startedAt: at(from),
      endedAt: to === null ? null : at(to),
      endCause,
    });
    const { coverage } = view({
      segments: [segment(0, 40), segment(50, 90, 1)],
      tracks: [track(0, 40, 'service'), track(50, 90, null)],
    });
    expect(coverage[0]?.gaps).toEqual([
      { from: iso(40), to: iso(50), cause: 'service' },
      { from: iso(90), to: iso(100), cause: 'unknown' },
    ]);
  });

  it('explains a hole by the line when the browser said that it had none', () => {
    const { coverage } = view({
      segments: [segment(0, 40), segment(60, 100, 1)],
      outages: [{ from: at(39), to: at(61) }],
    });
    expect(coverage[0]).toMatchObject({ missingMs: 20_000, gaps: [{ from: iso(40), to: iso(60), cause: 'network' }] });
  });

  it('counts nothing while the sitting was paused', () => {
    const pauses = [{ from: began + 40_000, to: began + 60_000 }];
    const { coverage } = view({ segments: [segment(0, 40), segment(60, 100, 1)], pauses });
    expect(coverage).toMatchObject([{ percent: 100, ofMs: 80_000, missingMs: 0 }]);
  });

  it('adds up, whatever was recorded and explained', () => {
    const span = fc.tuple(fc.integer({ min: -50, max: 150 }), fc.integer({ min: 1, max: 60 }));
    fc.assert(
      fc.property(fc.array(span), fc.array(span), (segments, outages) => {
        const { coverage } = view({
          segments: segments.map(([from, length], index) => segment(from, from + length, index)),
          outages: outages.map(([from, length]) => ({ from: at(from), to: at(from + length) })),
        });
        const [camera] = coverage;
        expect((camera?.recordedMs ?? 0) + (camera?.missingMs ?? 0)).toBe(camera?.ofMs);
        const gaps = camera?.gaps.reduce((sum, gap) => sum + Date.parse(gap.to) - Date.parse(gap.from), 0);
        expect(gaps).toBe(camera?.missingMs);
      }),
    );
  });
});
