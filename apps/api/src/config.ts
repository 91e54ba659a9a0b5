import { join } from 'node:path';

import { z } from 'zod';

import { readConfig, retentionSettings, storeSettings } from '@aigaq/platform';

const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((value) => value === '1');
const origin = z
  .string()
  .regex(/^https?:\/\/[A-Za-z0-9.:[\]*-]+$/, 'an origin such as https://exam.example.kz is needed');
const origins = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .pipe(z.array(origin));
/** Weak secrets are refused: everything signed or sealed depends on them. */
const secret = z
  .string()
  .min(32, 'at least 32 characters are needed')
  .refine((text) => new Set(text).size >= 8, 'this is too easy to guess');

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address that people type, if a balancer stands before us. */
  PUBLIC_URL: z.url().optional(),
  ALLOWED_ORIGINS: origins,
  TRUST_PROXY_HOPS: z.coerce.number().int().min(0).max(10).default(0),
  TLS_CERT_FILE: z.string().optional(),
  TLS_KEY_FILE: z.string().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'an address such as postgres://user:password@host/database is needed'),
  DATABASE_POOL: z.coerce.number().int().min(2).max(500).default(20),
  DATA_DIR: z.string().default('.data'),
  WEB_DIR: z.string().optional(),
  SECRET: secret,
  /** Shared with the media nodes: signs the tickets and signs the nodes in. */
  NODE_SECRET: secret,
  /** Where browsers find media nodes that have not signed on yet; `*.` in front stands for all hosts below. */
  MEDIA_URL: origins,
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//)
    .optional(),
  MAIL_FROM: z.string().default('Aigaq <no-reply@localhost>'),
  DEMO: flag,
  ...storeSettings,
  ...retentionSettings,
});

export type ApiConfig = z.output<typeof schema> & { STORE_DIR: string };

/** Token of the configuration, for those parts of the API that need a setting of their own. */
export const API_CONFIG = Symbol('API_CONFIG');

/** @throws ConfigError that lists every fault */
export function readApiConfig(env: NodeJS.ProcessEnv): ApiConfig {
  const known = readConfig(schema, env, ['S3_', 'SMTP_', 'MEDIA_', 'DATABASE_', 'RETENTION_']);
  return { ...known, STORE_DIR: known.STORE_DIR ?? join(known.DATA_DIR, 'store') };
}

/** Whether browsers reach us by TLS, be it ours or the balancer's. */
export function isSecure(config: ApiConfig): boolean {
  return config.TLS_CERT_FILE !== undefined || (config.PUBLIC_URL?.startsWith('https:') ?? false);
}
