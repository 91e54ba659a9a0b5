import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import { mediaFact, type MediaFact, type Source } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import type { Log, ObjectStore } from '@aigaq/platform';
import type { RecordedSegment } from '@aigaq/recorder';

import type { FactOutbox } from '../control/fact-outbox';
import { isoOf, steadyNow } from '../now';

type SegmentFact = Extract<MediaFact, { kind: 'segment_stored' }>;

interface Track {
  room: string;
  participant: string;
  source: Source;
  trackId: string;
}

const retryMilliseconds = [500, 1000, 2000, 5000, 10_000] as const;
const uploadsAtOnce = 8;
/** While the disk takes nothing, so many bytes of segments are held in memory; what comes then is lost. */
const mostHeldBytes = 256 * 1024 * 1024;

/**
 * Finished segments on their way into the object store. Each lies on this node's disk until the store has it and the
 * fact is written, so neither a store that is away nor a crash loses one.
 */
export class SegmentSpool {
  private readonly waiting: SegmentFact[] = [];
  private readonly writing = new Set<Promise<void>>();
  private heldBytes = 0;
  private active = 0;
  private failures = 0;
  private closed = false;
  private pause: NodeJS.Timeout | undefined;
  private settled: (() => void) | undefined;

  private constructor(
    private readonly folder: string,
    private readonly store: ObjectStore,
    private readonly facts: FactOutbox,
    private readonly log: Log,
  ) {}

  /** Opens the folder and takes up what an earlier run left there. */
  static async open(folder: string, store: ObjectStore, facts: FactOutbox, log: Log): Promise<SegmentSpool> {
    await mkdir(folder, { recursive: true });
    const spool = new SegmentSpool(folder, store, facts, log);
    await spool.takeUp();
    spool.work();
    return spool;
  }

  /** Segments that the store does not have yet. */
  get backlog(): number {
    return this.waiting.length + this.active + this.writing.size;
  }

  add(track: Track, segment: RecordedSegment): void {
    const fact = factOf(track, segment);
    this.heldBytes += fact.size;
    const writing = this.keep(fact, segment.bytes).finally(() => {
      this.heldBytes -= fact.size;
      this.writing.delete(writing);
      this.work();
    });
    this.writing.add(writing);
  }

  /** Resolves when all is stored, or after so many milliseconds with the rest left on disk for the next start. */
  async settle(limit: number): Promise<void> {
    if (this.backlog === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limit);
      this.settled = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Stops trying; what is left waits on the disk for the next start. */
  close(): void {
    clearTimeout(this.pause);
    this.closed = true;
  }

  private async takeUp(): Promise<void> {
    const names = new Set(await readdir(this.folder));
    const wanted = new Set<string>();
    for (const name of [...names].sort()) {
      const bytes = name.replace(/json$/, 'webm');
      const fact = bytes !== name && names.has(bytes) ? await readFact(join(this.folder, name)) : undefined;
      if (!fact) continue;
      this.waiting.push(fact);
      wanted.add(name).add(bytes);
    }
    // What a crash left without the other half.
    for (const name of names) if (!wanted.has(name)) await rm(join(this.folder, name), { force: true });
  }

  private async keep(fact: SegmentFact, bytes: Uint8Array): Promise<void> {
    for (let attempt = 0; ; attempt += 1)
      try {
        await this.write(fact, bytes);
        return;
      } catch (error) {
        const about = { track: fact.trackId, sequence: fact.sequence };
        if (this.closed || this.heldBytes > mostHeldBytes) {
          this.log.error('A segment could not be kept on disk and is lost.', error, about);
          this.facts.add(gapInPlaceOf(fact));
          return;
        }
        if (attempt === 0) this.log.error('A segment cannot be kept on disk; this is tried again.', error, about);
        await delay(waitAfter(attempt));
      }
  }

  private async write(fact: SegmentFact, bytes: Uint8Array): Promise<void> {
    await durably(this.pathOf(fact, 'webm'), bytes);
    await durably(this.pathOf(fact, 'json'), Buffer.from(JSON.stringify(fact)));
    this.waiting.push(fact);
  }

  private work(): void {
    while (!this.closed && this.pause === undefined && this.active < uploadsAtOnce) {
      const fact = this.waiting.shift();
      if (!fact) break;
      this.active += 1;
      void this.upload(fact);
    }
    if (this.backlog === 0) this.settled?.();
  }

  private async upload(fact: SegmentFact): Promise<void> {
    try {
      const bytes = await readFile(this.pathOf(fact, 'webm'));
      await this.store.put(fact.objectKey, bytes, {
        contentType: fact.source === 'microphone' ? 'audio/webm' : 'video/webm',
      });
      await this.facts.addDurably({ ...fact, at: isoOf(steadyNow()) });
      await rm(this.pathOf(fact, 'json'), { force: true });
      await rm(this.pathOf(fact, 'webm'), { force: true });
      this.failures = 0;
    } catch (error) {
      this.putOff(fact, error);
    }
    this.active -= 1;
    this.work();
  }

  private putOff(fact: SegmentFact, error: unknown): void {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      // Somebody cleared the folder: there is nothing left to wait for, and the others must not wait behind it.
      this.log.error('A segment is gone from the disk.', error, { track: fact.trackId, sequence: fact.sequence });
      this.facts.add(gapInPlaceOf(fact));
      return;
    }
    this.waiting.unshift(fact);
    if (this.pause !== undefined || this.closed) return;
    const wait = waitAfter(this.failures);
    this.failures += 1;
    this.log.error('A segment could not be stored and is tried again.', error, { backlog: this.backlog, wait });
    this.pause = setTimeout(() => {
      this.pause = undefined;
      this.work();
    }, wait);
  }

  private pathOf(fact: SegmentFact, ending: 'webm' | 'json'): string {
    return join(this.folder, `${fact.trackId}-${String(fact.sequence).padStart(6, '0')}.${ending}`);
  }
}

function waitAfter(failures: number): number {
  return retryMilliseconds[Math.min(failures, retryMilliseconds.length - 1)] ?? 0;
}

async function readFact(path: string): Promise<SegmentFact | undefined> {
  try {
    const fact = mediaFact.parse(JSON.parse(await readFile(path, 'utf8')));
    return fact.kind === 'segment_stored' ? fact : undefined;
  } catch {
    return undefined;
  }
}

function gapInPlaceOf({ room, participant, trackId, source, startedAt, durationMs }: SegmentFact): MediaFact {
  return {
    factId: newId(),
    kind: 'gap_found',
    at: isoOf(steadyNow()),
    ...{ room, participant, trackId, source },
    from: startedAt,
    to: isoOf(Date.parse(startedAt) + durationMs),
    cause: 'service',
  };
}

function factOf(track: Track, segment: RecordedSegment): SegmentFact {
  const sequence = String(segment.sequence).padStart(6, '0');
  const room = track.room.replace(/[^A-Za-z0-9._-]/g, '-');
  return {
    factId: newId(),
    kind: 'segment_stored',
    at: isoOf(steadyNow()),
    ...track,
    sequence: segment.sequence,
    objectKey: `recordings/${room}/${track.participant}/${track.source}/${track.trackId}/${sequence}.webm`,
    sha256: createHash('sha256').update(segment.bytes).digest('hex'),
    size: segment.bytes.length,
    startedAt: isoOf(segment.startedAt),
    durationMs: segment.durationMs,
    codec: segment.codec,
    width: segment.width ?? null,
    height: segment.height ?? null,
    packets: segment.packets,
    lostPackets: segment.lostPackets,
  };
}

/** Writes a file so that it is there whole after a crash, or not at all. */
async function durably(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.draft`;
  const file = await open(draft, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  const folder = await open(dirname(path), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
