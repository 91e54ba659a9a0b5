import { availableParallelism } from 'node:os';

import { z } from 'zod';

import { readConfig, storeSettings } from '@aigaq/platform';

const schema = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('production'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(1).max(65_535),
  /** Where this node finds the API, for its own connection. */
  API_URL: z.url(),
  /** Shared with the API: signs tickets and opens the control connection. */
  NODE_SECRET: z.string().min(32),
  NODE_NAME: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,100}$/)
    .default('local'),
  /** Where browsers find this node's signalling. */
  MEDIA_URL: z.url(),
  MEDIASOUP_WORKER_BIN: z.string().optional(),
  /** One mediasoup worker a core unless told otherwise. */
  WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(Math.max(1, availableParallelism() - 1)),
  RTC_LISTEN_IP: z.string().default('0.0.0.0'),
  RTC_ANNOUNCED_ADDRESS: z.string(),
  /** UDP and TCP port of the first worker; the others take the ports that follow. */
  RTC_PORT: z.coerce.number().int().min(1).max(65_535),
  DATA_DIR: z.string(),
  TLS_CERT_FILE: z.string().optional(),
  TLS_KEY_FILE: z.string().optional(),
  ...storeSettings,
});

export type MediaConfig = z.output<typeof schema>;

/** @throws ConfigError with every fault */
export function readMediaConfig(env: NodeJS.ProcessEnv): MediaConfig {
  return readConfig(schema, env);
}
