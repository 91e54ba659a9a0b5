import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { Client } from 'minio';

import {
  assertKey,
  clampRange,
  type ByteRange,
  type ObjectStore,
  type StoredObject,
  StoreUnavailable,
} from './object-store';

export interface S3Settings {
  /** Such as `http://127.0.0.1:9000`. */
  endpoint: string;
  accessKey: string;
  secretKey: string;
  bucket: string;
  region: string;
}

const missing = new Set(['NoSuchKey', 'NotFound', 'NoSuchBucket']);

/** Objects in a bucket of MinIO or any other S3 server. */
export class S3Store implements ObjectStore {
  private readonly client: Client;
  private bucketKnown: Promise<void> | undefined;

  constructor(private readonly settings: S3Settings) {
    const url = new URL(settings.endpoint);
    this.client = new Client({
      endPoint: url.hostname,
      port: url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port),
      useSSL: url.protocol === 'https:',
      accessKey: settings.accessKey,
      secretKey: settings.secretKey,
      // Without a region the client asks the server for it before each signature.
      region: settings.region,
      pathStyle: true,
    });
  }

  async put(
    key: string,
    bytes: Uint8Array,
    options: { contentType: string },
  ): Promise<{ size: number; sha256: string }> {
    assertKey(key);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await this.reaching(key, async () => {
      await this.bucket();
      await this.client.putObject(this.settings.bucket, key, Buffer.from(bytes), bytes.length, {
        'Content-Type': options.contentType,
        'x-amz-meta-sha256': sha256,
      });
    });
    return { size: bytes.length, sha256 };
  }

  async get(key: string, range?: ByteRange): Promise<StoredObject | null> {
    const found = await this.stat(key);
    if (!found) return null;
    const part = clampRange(range, found.size);
    const size = part ? part.end - part.start + 1 : 0;
    const stream =
      part && size > 0
        ? await this.reaching(key, () => this.client.getPartialObject(this.settings.bucket, key, part.start, size))
        : Readable.from([]);
    return { stream, size, total: found.size, contentType: found.contentType };
  }

  async stat(key: string): Promise<{ size: number; contentType: string } | null> {
    assertKey(key);
    try {
      const found = await this.client.statObject(this.settings.bucket, key);
      const meta = found.metaData as Record<string, string>;
      return { size: found.size, contentType: meta['content-type'] ?? 'application/octet-stream' };
    } catch (error) {
      if (missing.has((error as { code?: string }).code ?? '')) return null;
      throw new StoreUnavailable(`${key} could not be read`, { cause: error });
    }
  }

  async delete(key: string): Promise<void> {
    assertKey(key);
    await this.reaching(key, () => this.client.removeObject(this.settings.bucket, key));
  }

  async check(): Promise<void> {
    await this.reaching(this.settings.bucket, () => this.bucket());
  }

  /** Makes the bucket at the first use. */
  private bucket(): Promise<void> {
    this.bucketKnown ??= this.makeBucket().catch((error: unknown) => {
      this.bucketKnown = undefined;
      throw error;
    });
    return this.bucketKnown;
  }

  private async makeBucket(): Promise<void> {
    if (await this.client.bucketExists(this.settings.bucket)) return;
    await this.client.makeBucket(this.settings.bucket, this.settings.region).catch((error: unknown) => {
      // Another process was quicker.
      if ((error as { code?: string }).code !== 'BucketAlreadyOwnedByYou') throw error;
    });
  }

  private async reaching<Value>(what: string, call: () => Promise<Value>): Promise<Value> {
    try {
      return await call();
    } catch (error) {
      throw new StoreUnavailable(`The object store failed on ${what}`, { cause: error });
    }
  }
}
