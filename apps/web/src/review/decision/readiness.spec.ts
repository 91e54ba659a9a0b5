import type { FlagView } from '@aigaq/contracts';

import { hasClip, inOrder, progress, walk } from '../flags/flag-walk';
import { indexRecording } from '../player/segment-index';
import { readiness } from './readiness';

function flag(id: string, change: Partial<FlagView> = {}): FlagView {
  return {
    ...{ id, code: 'CAM-01', severity: 1, origin: 'detector', detector: 'face', detectorVersion: '1' },
    ...{ startedAt: `2026-01-01T10:0${id}:00.000Z`, endedAt: `2026-01-01T10:0${id}:05.000Z`, confidence: 0.9 },
    ...{ note: '', state: 'raised', triagedBy: null, triagedAt: null, triageNote: '' },
    ...change,
  };
}
const ended = { state: 'ended' as const };
const always = (): boolean => true;

describe('what a decision needs', () => {
  it('is nothing more than the end when there are no flags', () => {
    expect(readiness({ row: ended, flags: [] }, 'cleared', 3, always)).toEqual({
      possible: true,
      needsSecond: false,
      missing: [],
    });
    expect(readiness({ row: { state: 'live' }, flags: [] }, 'cleared', 3, always).missing).toEqual([
      { kind: 'running' },
    ]);
  });

  it('waits until every flag was looked at, but not for a lost line', () => {
    const flags = [flag('1'), flag('2', { code: 'NET-01', severity: 0 })];
    expect(readiness({ row: ended, flags }, 'cleared', 3, always).missing).toEqual([{ kind: 'flags', count: 1 }]);
  });

  it('asks for a confirmed flag with its recording, and a second person, for what hurts', () => {
    const flags = [flag('1', { state: 'dismissed' })];
    expect(readiness({ row: ended, flags }, 'annulled', 3, always)).toMatchObject({
      possible: false,
      missing: [{ kind: 'flag' }, { kind: 'second' }],
    });
    const confirmed = [flag('1', { state: 'confirmed' })];
    expect(readiness({ row: ended, flags: confirmed }, 'retake', 3, always).possible).toBe(true);
    expect(readiness({ row: ended, flags: confirmed }, 'retake', 3, () => false).possible).toBe(false);
  });

  it('asks for a second person too when something serious was confirmed and yet cleared', () => {
    const flags = [flag('1', { state: 'confirmed', severity: 3 })];
    expect(readiness({ row: ended, flags }, 'cleared', 3, always)).toMatchObject({ possible: true, needsSecond: true });
    expect(readiness({ row: ended, flags }, 'cleared', 4, always).needsSecond).toBe(false);
  });
});

describe('the walk through the flags', () => {
  const flags = inOrder([flag('3'), flag('1', { state: 'dismissed' }), flag('2')]);

  it('begins with the first that waits, and stays at the ends', () => {
    expect(walk(flags, undefined, 1)?.id).toBe('2');
    expect(walk(flags, '2', 1)?.id).toBe('3');
    expect(walk(flags, '3', 1)?.id).toBe('3');
    expect(walk(flags, '1', -1)?.id).toBe('1');
    expect(walk([], undefined, 1)).toBeUndefined();
  });

  it('counts what a person has looked at', () => {
    expect(progress([...flags, flag('4', { severity: 0 })])).toEqual({ seen: 1, all: 3, open: 2 });
  });

  it('knows whether a flag can be seen', () => {
    const index = indexRecording({
      ...{ sittingId: 's', from: null, to: null, running: false, coverage: [] },
      segments: [
        {
          ...{ source: 'camera', trackId: 't', sequence: 0, startedAt: '2026-01-01T10:01:03.000Z', durationMs: 10_000 },
          ...{ codec: 'vp8', width: 1, height: 1, size: 1, sha256: '', url: '/x' },
        },
      ],
    });
    expect(hasClip(flag('1'), index)).toBe(true);
    expect(hasClip(flag('2'), index)).toBe(false);
    expect(hasClip(flag('1'), null)).toBe(false);
    expect(hasClip(flag('0', { endedAt: null }), index)).toBe(true);
  });
});
