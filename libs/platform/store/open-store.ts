import { z } from 'zod';

import { FolderStore } from './folder-store';
import type { ObjectStore } from './object-store';
import { S3Store } from './s3-store';

/** The settings of the object store, part of the configuration of both the API and the media node. */
export const storeSettings = {
  STORE: z.enum(['folder', 's3']).default('folder'),
  STORE_DIR: z.string().optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_ACCESS_KEY: z.string().optional(),
  S3_SECRET_KEY: z.string().optional(),
  S3_BUCKET: z.string().default('aigaq'),
  S3_REGION: z.string().default('us-east-1'),
};
export type StoreSettings = z.output<z.ZodObject<typeof storeSettings>>;

/** @throws Error that names the setting that is missing */
export function openStore(settings: StoreSettings): ObjectStore {
  if (settings.STORE === 'folder') return new FolderStore(needed(settings, 'STORE_DIR'));
  return new S3Store({
    endpoint: needed(settings, 'S3_ENDPOINT'),
    accessKey: needed(settings, 'S3_ACCESS_KEY'),
    secretKey: needed(settings, 'S3_SECRET_KEY'),
    bucket: settings.S3_BUCKET,
    region: settings.S3_REGION,
  });
}

function needed(
  settings: StoreSettings,
  name: 'STORE_DIR' | 'S3_ENDPOINT' | 'S3_ACCESS_KEY' | 'S3_SECRET_KEY',
): string {
  const value = settings[name];
  if (value === undefined) throw new Error(`${name} is needed with STORE=${settings.STORE}.`);
  return value;
}
