import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
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

/** The same store while nothing can be put into it, and when that was tried first. */
function awayFrom(store: ObjectStore): { away: ObjectStore; tried: Promise<void> } {
  let asked: (() => void) | undefined;
  const tried = new Promise<void>((resolve) => (asked = resolve));
  const put = (): Promise<never> => {
    asked?.();
    return Promise.reject(new StoreUnavailable('away'));
  };
  return { away: Object.create(store, { put: { value: put } }) as ObjectStore, tried };
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
    const { away, tried } = awayFrom(store);
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

  it('that a crash cut short are cleared away, and keep nobody from going out', async () => {
    const { folder, facts, store } = await desk();
    await mkdir(folder, { recursive: true });
    const { away, tried } = awayFrom(store);
    const before = await SegmentSpool.open(folder, away, facts, log);
    before.add(track, segment(3));
    await tried;
    before.close();
    await writeFile(join(folder, 'alone-000001.webm'), 'no fact');
    await writeFile(join(folder, 'alone-000002.json'), '{}');
    await writeFile(join(folder, 'broken-000001.json'), '{"factId"');
    await writeFile(join(folder, 'broken-000001.webm'), 'no whole fact');
    await writeFile(join(folder, 'half-000001.webm.draft'), 'hal');

    const again = await SegmentSpool.open(folder, store, facts, log);
    await again.settle(10_000);
    expect(facts.next(10)).toMatchObject([{ kind: 'segment_stored', sequence: 3 }]);
    expect(await readdir(folder)).toEqual([]);
    await facts.close();
  });
});
