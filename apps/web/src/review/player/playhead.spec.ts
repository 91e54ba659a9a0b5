import type { SegmentIndex, Span } from './segment-index';
import { groundAt, isNearLive, isUpcoming, livePosition } from './playhead';

function index(camera: Span[], microphone: Span[], running = false): SegmentIndex {
  const anything = [...camera, ...microphone].sort((a, b) => a.from - b.from);
  return {
    from: 0,
    to: Math.max(...anything.map((span) => span.to)),
    running,
    sources: ['camera', 'microphone'],
    segments: { camera: [], screen: [], microphone: [] },
    spans: { camera, screen: [], microphone },
    anything: camera,
    gaps: { camera: [], screen: [], microphone: [] },
  };
}

describe('the playhead', () => {
  const twoParts = index(
    [
      { from: 0, to: 10_000 },
      { from: 30_000, to: 90_000 },
    ],
    [],
  );

  it('knows a hole and where it goes on', () => {
    expect(groundAt(twoParts, 5000)).toEqual({ kind: 'recorded' });
    expect(groundAt(twoParts, 10_000)).toEqual({ kind: 'hole', from: 10_000, to: 30_000 });
    expect(groundAt(twoParts, 90_000)).toEqual({ kind: 'end', at: 90_000 });
  });

  it('is live only while the sitting runs and near its newest part', () => {
    const running = index([{ from: 0, to: 90_000 }], [{ from: 0, to: 84_000 }], true);
    expect(isNearLive(running, 80_000)).toBe(true);
    expect(isNearLive(running, 20_000)).toBe(false);
    expect(isNearLive(twoParts, 89_000)).toBe(false);
  });

  it('tells what is on its way from what is missing', () => {
    const running = index([{ from: 0, to: 90_000 }], [{ from: 0, to: 84_000 }], true);
    expect(isUpcoming(running, 'microphone', 86_000)).toBe(true);
    expect(isUpcoming(running, 'microphone', 83_000)).toBe(false);
    const stopped = index([{ from: 0, to: 90_000 }], [{ from: 0, to: 20_000 }], true);
    expect(isUpcoming(stopped, 'microphone', 86_000)).toBe(false);
    expect(isUpcoming(twoParts, 'camera', 90_000)).toBe(false);
  });

  it('goes live where every source that still comes has something', () => {
    expect(livePosition(index([{ from: 0, to: 90_000 }], [{ from: 0, to: 84_000 }], true))).toBe(83_000);
    expect(livePosition(index([{ from: 0, to: 90_000 }], [{ from: 0, to: 20_000 }], true))).toBe(89_000);
  });
});
