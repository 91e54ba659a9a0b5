import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from '../../scripts/set-up/build.mjs';
import { findMinio } from '../../scripts/set-up/minio.mjs';
import { startPostgres } from '../../scripts/set-up/postgres.mjs';
import { freePort } from '../../scripts/set-up/ports.mjs';
import globalTeardown from './global-teardown';
import { migrateTemplate } from './template';
import { setRunning } from './running';

/**
 * Starts one PostgreSQL for the whole run and makes a migrated template in it, from which each test file takes its own
 * database in a few milliseconds (see `database.ts`).
 */
export default async function globalSetup(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-test-'));
  await buildServer();
  const minio = await findMinio();
  if (minio !== undefined) process.env['MINIO_BIN'] = minio;
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    password: 'test',
    port: await freePort(),
    throwAway: true,
  });
  setRunning({ folder, postgres });
  process.env['TEST_POSTGRES_URL'] = postgres.url;
  // Jest runs no teardown after a set-up that failed or a signal, and the server has a process group of its own.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void globalTeardown().finally(() => process.exit(130)));
  }
  try {
    await migrateTemplate(postgres.url);
  } catch (error) {
    await globalTeardown();
    throw error;
  }
}
