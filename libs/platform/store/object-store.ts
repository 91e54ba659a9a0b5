import type { Readable } from 'node:stream';

export const OBJECT_STORE = Symbol('OBJECT_STORE');

/** First and last byte, both included; without `end` up to the last. */
export interface ByteRange {
  start: number;
  end?: number | undefined;
}

export interface StoredObject {
  stream: Readable;
  /** Bytes in the stream. */
  size: number;
  /** Bytes of the whole object. */
  total: number;
  contentType: string;
}

/** The store cannot be used now; trying again later may help. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}

/**
 * Recordings, documents and attachments by key. Keys are slash-separated names of letters, digits,
 * dots, dashes and underscores. A folder and S3 stand behind it and pass the same contract tests.
 *
 * Every call throws StoreUnavailable when the store cannot be reached.
 */
export interface ObjectStore {
  /** Stores the bytes whole or not at all; answers their SHA-256, hexadecimal. */
  put(key: string, bytes: Uint8Array, options: { contentType: string }): Promise<{ size: number; sha256: string }>;
  /** Null when there is no such object. */
  get(key: string, range?: ByteRange): Promise<StoredObject | null>;
  stat(key: string): Promise<{ size: number; contentType: string } | null>;
  /** Deleting what is not there is no fault. */
  delete(key: string): Promise<void>;
  /** Makes sure that the store can be written to. */
  check(): Promise<void>;
}

const keyPattern = /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/;

/** @throws RangeError for a key that could leave the store's folder or needs escaping */
export function assertKey(key: string): void {
  if (!keyPattern.test(key) || key.split('/').some((part) => part === '.' || part === '..'))
    throw new RangeError(`Not a key of the object store: ${JSON.stringify(key)}`);
}

/** The range that an object of so many bytes can give, or null when it lies outside. */
export function clampRange(range: ByteRange | undefined, total: number): { start: number; end: number } | null {
  const start = range?.start ?? 0;
  const end = Math.min(range?.end ?? total - 1, total - 1);
  if (total === 0 && range === undefined) return { start: 0, end: -1 };
  return start < 0 || start > end ? null : { start, end };
}
