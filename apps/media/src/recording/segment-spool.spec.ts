import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { newId } from '@aigaq/kernel';
import { Log, type ObjectStore, openStore, storeSettings, StoreUnavailable } from '@aigaq/platform';
import type { RecordedSegment } from '@aigaq/recorder';
import { z } from 'zod';

import { FactOutbox } from '../control/fact-outbox';
import { SegmentSpool } from './segment-spool';

const track = { room: 'room', participant: newId(), source: 'camera' as const, trackId: newId() };
const log = new Log();

function segment(sequence: number): RecordedSegment {
  return {
    sequence,
    bytes: Buffer.from(`segment ${sequence}`),
    startedAt: 1e12 + sequence * 1e4,
    durationMs: 1e4,
    codec: 'vp8',
    keyframes: 1,
    frames: 1,
    packets: 1,
    lostPackets: 0,
  };
}

async function desk(): Promise<{ folder: string; facts: FactOutbox; store: ObjectStore }> {
  const root = await mkdtemp(join(tmpdir(), 'spool-'));
  const store = openStore(z.object(storeSettings).parse({ STORE_DIR: join(root, 'store') }));
  return { folder: join(root, 'spool'), facts: await FactOutbox.open(join(root, 'facts.log'), log), store };
}

describe('finished segments', () => {
  it('reach the store, are reported, and leave the disk', async () => {
    const { folder, facts, store } = await desk();
    const spool = await SegmentSpool.open(folder, store, facts, log);
    spool.add(track, segment(1));
    spool.add(track, segment(2));
    await spool.settle(10_000);
    const stored = facts.next(10);
    expect(stored.map((fact) => fact.kind === 'segment_stored' && fact.sequence).sort()).toEqual([1, 2]);
    for (const fact of stored)
      expect(fact.kind === 'segment_stored' && (await store.stat(fact.objectKey))?.size).toBe(9);
    expect(await readdir(folder)).toEqual([]);
    await facts.close();
  });

  it('wait on the disk while the store is away and go out with the next start', async () => {
    const { folder, facts, store } = await desk();
    let asked: (() => void) | undefined;
    const tried = new Promise<void>((resolve) => (asked = resolve));
    const away: ObjectStore = Object.create(store, {
      put: {
        value: () => {
          asked?.();
          return Promise.reject(new StoreUnavailable('away'));
        },
      },
    }) as ObjectStore;
    const before = await SegmentSpool.open(folder, away, facts, log);
    before.add(track, segment(7));
    await tried;
    before.close();
    expect(facts.waiting).toBe(0);

    const again = await SegmentSpool.open(folder, store, facts, log);
    await again.settle(10_000);
    expect(facts.next(1)).toMatchObject([{ kind: 'segment_stored', sequence: 7, size: 9 }]);
    await facts.close();
  });
});
