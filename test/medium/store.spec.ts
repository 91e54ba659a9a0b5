import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

import { type ObjectStore, openStore, storeSettings, StoreUnavailable } from '@aigaq/platform';
import { z } from 'zod';

import { describeWithMinio, type MinioServer, startMinio } from '../support/minio';

const settings = z.object(storeSettings);

async function bytesOf(stream: Readable): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts);
}

/** What every object store must do; the folder and MinIO pass the same. */
function describeStore(
  name: string,
  open: () => Promise<{ store: ObjectStore; close: () => Promise<void> }>,
  block: jest.Describe = describe,
): void {
  block(`the object store in ${name}`, () => {
    let store: ObjectStore;
    let close: () => Promise<void>;
    beforeAll(async () => {
      ({ store, close } = await open());
    }, 60_000);
    afterAll(() => close());

    it('gives back what it was given, with its hash', async () => {
      const bytes = randomBytes(300_000);
      const put = await store.put('recordings/room/person/camera/t/000001.webm', bytes, { contentType: 'video/webm' });
      expect(put).toEqual({ size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
      const got = await store.get('recordings/room/person/camera/t/000001.webm');
      expect(got).toMatchObject({ size: bytes.length, total: bytes.length, contentType: 'video/webm' });
      expect((await bytesOf(got!.stream)).equals(bytes)).toBe(true);
    });

    it('gives a part by its range', async () => {
      await store.put('part.webm', Buffer.from('0123456789'), { contentType: 'video/webm' });
      const middle = await store.get('part.webm', { start: 2, end: 4 });
      expect(middle).toMatchObject({ size: 3, total: 10 });
      expect((await bytesOf(middle!.stream)).toString()).toBe('234');
      const rest = await store.get('part.webm', { start: 7 });
      expect((await bytesOf(rest!.stream)).toString()).toBe('789');
      const beyond = await store.get('part.webm', { start: 10 });
      expect(beyond).toMatchObject({ size: 0, total: 10 });
    });

    it('keeps the newest of two objects under one key', async () => {
      await store.put('twice.jpg', Buffer.from('first'), { contentType: 'image/jpeg' });
      await store.put('twice.jpg', Buffer.from('second'), { contentType: 'image/jpeg' });
      expect((await bytesOf((await store.get('twice.jpg'))!.stream)).toString()).toBe('second');
    });

    it('answers null for what is not there and deletes it without complaint', async () => {
      expect(await store.get('nothing.webm')).toBeNull();
      expect(await store.stat('nothing.webm')).toBeNull();
      await store.delete('nothing.webm');
    });

    it('forgets what was deleted', async () => {
      await store.put('gone.jpg', Buffer.from('x'), { contentType: 'image/jpeg' });
      await store.delete('gone.jpg');
      expect(await store.stat('gone.jpg')).toBeNull();
    });

    it('stores an empty object', async () => {
      await store.put('empty.json', new Uint8Array(), { contentType: 'application/json' });
      const got = await store.get('empty.json');
      expect(got).toMatchObject({ size: 0, total: 0, contentType: 'application/json' });
      expect((await bytesOf(got!.stream)).length).toBe(0);
    });

    it.each(['../outside', 'a/../../b', '/absolute', 'a//b', 'with space', ''])('refuses the key %j', async (key) => {
      await expect(store.put(key, Buffer.from('x'), { contentType: 'text/plain' })).rejects.toThrow();
    });

    it('proves that it can be written to', async () => {
      await expect(store.check()).resolves.toBeUndefined();
    });
  });
}

describeStore('a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'store-'));
  const store = openStore(settings.parse({ STORE: 'folder', STORE_DIR: folder }));
  return { store, close: () => rm(folder, { recursive: true, force: true }) };
});

let minio: MinioServer | undefined;
describeStore(
  'MinIO',
  async () => {
    minio = await startMinio();
    const store = openStore(
      settings.parse({
        STORE: 's3',
        S3_ENDPOINT: minio.endpoint,
        S3_ACCESS_KEY: minio.accessKey,
        S3_SECRET_KEY: minio.secretKey,
        S3_BUCKET: 'recordings',
      }),
    );
    return { store, close: async () => minio?.stop() };
  },
  describeWithMinio,
);

describe('an object store that cannot be reached', () => {
  it('says so and is not taken for an empty one', async () => {
    const store = openStore(
      settings.parse({
        STORE: 's3',
        S3_ENDPOINT: 'http://127.0.0.1:1',
        S3_ACCESS_KEY: 'key',
        S3_SECRET_KEY: 'secret-key',
      }),
    );
    await expect(store.stat('a.webm')).rejects.toThrow(StoreUnavailable);
    await expect(store.put('a.webm', Buffer.from('x'), { contentType: 'video/webm' })).rejects.toThrow(
      StoreUnavailable,
    );
  });
});
