import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';

import {
  assertKey,
  clampRange,
  type ByteRange,
  type ObjectStore,
  type StoredObject,
  StoreUnavailable,
} from './object-store';

const contentTypes: Readonly<Record<string, string>> = {
  webm: 'video/webm',
  jpg: 'image/jpeg',
  png: 'image/png',
  pdf: 'application/pdf',
  json: 'application/json',
};

/** Objects as files under one folder; the content type lies in the file's ending. */
export class FolderStore implements ObjectStore {
  constructor(private readonly folder: string) {}

  async put(
    key: string,
    bytes: Uint8Array,
    _options: { contentType: string },
  ): Promise<{ size: number; sha256: string }> {
    const path = this.pathOf(key);
    const draft = join(this.folder, '.drafts', randomUUID());
    try {
      await mkdir(dirname(path), { recursive: true });
      await mkdir(dirname(draft), { recursive: true });
      const file = await open(draft, 'wx');
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      throw new StoreUnavailable(`${key} could not be stored`, { cause: error });
    }
    return { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  }

  async get(key: string, range?: ByteRange): Promise<StoredObject | null> {
    const found = await this.stat(key);
    if (!found) return null;
    const part = clampRange(range, found.size);
    if (!part) return { stream: Readable.from([]), size: 0, total: found.size, contentType: found.contentType };
    const size = part.end - part.start + 1;
    const stream = size === 0 ? Readable.from([]) : createReadStream(this.pathOf(key), part);
    return { stream, size, total: found.size, contentType: found.contentType };
  }

  async stat(key: string): Promise<{ size: number; contentType: string } | null> {
    try {
      const { size } = await stat(this.pathOf(key));
      return { size, contentType: contentTypes[key.split('.').at(-1) ?? ''] ?? 'application/octet-stream' };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw new StoreUnavailable(`${key} could not be read`, { cause: error });
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async check(): Promise<void> {
    const key = `.check-${process.pid}`;
    await this.put(key, Buffer.from('ok'), { contentType: 'text/plain' });
    const back = await readFile(this.pathOf(key), 'utf8');
    await this.delete(key);
    if (back !== 'ok') throw new StoreUnavailable('The store gave back other bytes than it was given.');
  }

  private pathOf(key: string): string {
    assertKey(key);
    return join(this.folder, key);
  }
}
