import fc from 'fast-check';

import type { RecordingView, Source } from '@aigaq/contracts';

import { causeAt, indexRecording, nextSpan, segmentsWithin, spanAt, spansOf, type Segment } from './segment-index';

const start = Date.parse('2026-01-01T10:00:00.000Z');
const iso = (milliseconds: number): string => new Date(start + milliseconds).toISOString();

function segment(source: Source, sequence: number, from: number, to: number, trackId: string = source) {
  const common = { codec: source === 'microphone' ? 'opus' : 'vp8', width: null, height: null, size: 1, sha256: '' };
  return { ...common, source, trackId, sequence, startedAt: iso(from), durationMs: to - from, url: `/${trackId}` };
}

function recording(segments: RecordingView['segments'], coverage: RecordingView['coverage'] = []): RecordingView {
  return { sittingId: 's', from: iso(0), to: iso(60_000), running: false, segments, coverage };
}

describe('the index of a recording', () => {
  it('is nothing while nothing was recorded', () => {
    expect(indexRecording(recording([]))).toBeNull();
  });

  it('orders segments of several tracks by time and joins what belongs together', () => {
    const index = indexRecording(
      recording([
        segment('camera', 0, 30_000, 40_000, 'second'),
        segment('camera', 1, 10_030, 20_000, 'first'),
        segment('camera', 0, 0, 10_000, 'first'),
        segment('microphone', 0, 500, 12_000),
      ]),
    );
    expect(index?.segments.camera.map((each) => each.key)).toEqual(['first/0', 'first/1', 'second/0']);
    expect(index?.spans.camera).toEqual([
      { from: start, to: start + 20_000 },
      { from: start + 30_000, to: start + 40_000 },
    ]);
    expect(index?.sources).toEqual(['camera', 'microphone']);
    expect([index?.from, index?.to]).toEqual([start, start + 40_000]);
  });

  it('lists a source of which nothing came, because its absence has to be seen', () => {
    const coverage = { source: 'screen' as const, percent: 0, recordedMs: 0, missingMs: 10, ofMs: 10 };
    const index = indexRecording(
      recording(
        [segment('camera', 0, 0, 10_000)],
        [{ ...coverage, gaps: [{ from: iso(0), to: iso(10_000), cause: 'device' }] }],
      ),
    );
    expect(index?.sources).toEqual(['camera', 'screen']);
    expect(causeAt(index?.gaps.screen ?? [], start + 5000)).toBe('device');
    expect(causeAt(index?.gaps.screen ?? [], start + 10_000)).toBeUndefined();
  });

  it('finds the span of a moment, and where it goes on after a hole', () => {
    const spans = [
      { from: 0, to: 10 },
      { from: 20, to: 30 },
    ];
    expect(spanAt(spans, 9)).toBe(spans[0]);
    expect(spanAt(spans, 10)).toBeUndefined();
    expect(nextSpan(spans, 10)).toBe(spans[1]);
    expect(nextSpan(spans, -5)).toBe(spans[0]);
    expect(nextSpan(spans, 30)).toBeUndefined();
  });

  it('finds exactly the segments that touch a stretch, overlapping ones too', () => {
    const piece = fc.record({ from: fc.integer({ min: 0, max: 1000 }), length: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(
        fc.array(piece),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 200 }),
        (made, at, width) => {
          const segments: Segment[] = made
            .map(({ from, length }, index) => ({
              ...{ key: String(index), source: 'camera' as const, codec: 'vp8', size: 1 },
              ...{ from, to: from + length },
            }))
            .sort((a, b) => a.from - b.from || a.to - b.to);
          const found = segmentsWithin(segments, at, at + width).map((each) => each.key);
          const touching = segments.filter((each) => each.from < at + width && each.to > at).map((each) => each.key);
          expect(found).toEqual(touching);
        },
      ),
    );
  });

  it('gives spans that never touch and hold every segment', () => {
    const piece = fc.record({ from: fc.integer({ min: 0, max: 50_000 }), length: fc.integer({ min: 1, max: 5000 }) });
    fc.assert(
      fc.property(fc.array(piece), (made) => {
        const segments = made.map(({ from, length }) => ({ from, to: from + length })).sort((a, b) => a.from - b.from);
        const spans = spansOf(segments);
        for (const [index, span] of spans.entries())
          expect(span.from).toBeGreaterThan((spans[index - 1]?.to ?? -Infinity) + 400);
        for (const each of segments)
          expect(spans.some((span) => span.from <= each.from && each.to <= span.to)).toBe(true);
      }),
    );
  });
});
