import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCommand, run } from './command.mjs';
import { cacheFolder } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';

/** The last state of MinIO's source, which is no longer published as a program. */
const source = 'github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c';

/**
 * The MinIO server that the tests of the store run against, if this machine has or can build one.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string | undefined>}
 */
export async function findMinio(env = process.env) {
  const given = env['MINIO_BIN'];
  if (given) {
    if (existsSync(given)) return given;
    throw new SetUpProblem(`MINIO_BIN names ${given}, which does not exist.`, 'Correct or unset it.');
  }
  const cached = join(cacheFolder(env), 'minio');
  return (await findCommand('minio', env)) ?? (existsSync(cached) ? cached : undefined);
}

/**
 * Builds MinIO into the cache where there is a Go compiler (3 to 4 minutes on two cores).
 * @param {(note: string) => void} note
 */
export async function requireMinio(note) {
  if ((await findMinio()) !== undefined) return;
  if ((await findCommand('go')) === undefined) {
    note('not here and no Go to build it: its tests are skipped (MINIO_BIN may name one)');
    return;
  }
  const work = await mkdtemp(join(tmpdir(), 'aigaq-minio-'));
  try {
    await run('go', ['install', source], {
      env: { ...process.env, GOBIN: work, GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' },
      what: 'Building MinIO',
    });
    await mkdir(cacheFolder(), { recursive: true });
    const beside = join(cacheFolder(), `minio.${process.pid}`);
    await copyFile(join(work, 'minio'), beside);
    await rename(beside, join(cacheFolder(), 'minio'));
    note('built');
  } catch (error) {
    note(
      `cannot be built here: its tests are skipped (${error instanceof Error ? error.message.split('\n').at(-1) : ''})`,
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
