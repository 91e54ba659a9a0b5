import { lostBy, nextToLoad, toEvict, wantedAround } from './load-plan';
import type { Segment } from './segment-index';

const segments: Segment[] = Array.from({ length: 60 }, (_, index) => ({
  key: String(index),
  source: 'camera',
  from: index * 10_000,
  to: index * 10_000 + 10_000,
  codec: 'vp8',
  size: 1,
}));

function keysLoaded(position: number, rate: number): string[] {
  const loaded = new Set<string>();
  for (let next = nextToLoad(segments, position, rate, (key) => loaded.has(key)); next;) {
    loaded.add(next.key);
    next = nextToLoad(segments, position, rate, (key) => loaded.has(key));
  }
  return [...loaded];
}

describe('what is loaded', () => {
  it('begins with the segment of the playhead and goes on, never the whole recording', () => {
    expect(keysLoaded(305_000, 1)).toEqual(['30', '31', '32']);
  });

  it('reaches further ahead at high speed, but not without a limit', () => {
    expect(keysLoaded(300_000, 4).length).toBeGreaterThan(keysLoaded(300_000, 1).length);
    const { from, to } = wantedAround(300_000, 16);
    expect(to - from).toBeLessThanOrEqual(122_000);
  });

  it('takes what is needed now before what is good for a step back', () => {
    expect(keysLoaded(300_500, 1)).toEqual(['30', '31', '32', '29']);
  });

  it('goes around what is broken', () => {
    expect(nextToLoad(segments, 305_000, 1, (key) => key === '30')?.key).toBe('31');
  });

  it('has nothing to do beyond the end', () => {
    expect(nextToLoad(segments, 700_000, 1, () => false)).toBeUndefined();
  });
});

describe('what is removed', () => {
  it('is far behind, or was left ahead by a jump back', () => {
    expect(toEvict([{ from: 0, to: 305_000 }], 300_000, 1)).toEqual([{ from: 0, to: 280_000 }]);
    expect(toEvict([{ from: 500_000, to: 600_000 }], 300_000, 1)).toEqual([{ from: 500_000, to: 600_000 }]);
  });

  it('is nothing around the playhead', () => {
    expect(toEvict([{ from: 270_000, to: 330_000 }], 300_000, 1)).toEqual([]);
  });

  it('names the segments that have to come again, also those that lost a part', () => {
    expect(lostBy([{ from: 0, to: 15_000 }], segments)).toEqual(['0', '1']);
  });
});
