import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';

/**
 * The folder that holds everything an installation on one machine knows: database, recordings, secrets.
 * @typedef {object} DataFolder
 * @property {string} path
 * @property {(name: string) => string} file
 * @property {(name: string, bytes: number) => Promise<string>} secret a random text that is made once, readable by its owner alone
 * @property {() => void} release lets the next start use the folder
 */

const leastFreeBytes = 1024 ** 3;

/** @returns {string} */
export const projectVersion = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

/**
 * Takes the folder for this process, making it when it is missing.
 * @param {string} path
 * @param {{ version?: string, freeBytes?: (path: string) => number }} [options] for tests
 * @returns {Promise<DataFolder>}
 * @throws {SetUpProblem} not ours, written by a newer version, in use, or no room on the disk
 */
export async function openDataFolder(path, { version = projectVersion(), freeBytes = freeBytesOf } = {}) {
  const file = (/** @type {string} */ name) => join(path, name);
  await mkdir(path, { recursive: true });
  await requireOurs(path);
  requireFreeSpace(path, freeBytes(path));
  const written = await readFile(file('version'), 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
  if (written !== undefined && isNewer(written, version)) {
    throw new SetUpProblem(
      `The data in ${path} were written by Aigaq ${written}; this is the older ${version}.`,
      'Start the newer version, or use another folder with --data DIR, or begin anew with --fresh.',
    );
  }
  const release = await lock(file('lock'), path);
  await writeFile(file('version'), `${version}\n`);
  return { path, file, secret: (name, bytes) => secret(file(name), bytes), release };
}

/**
 * Deletes a data folder's content. Asks nothing: the caller has.
 * @param {string} path
 * @throws {SetUpProblem} when it is no data folder or in use
 */
export async function emptyDataFolder(path) {
  if (!existsSync(path)) return;
  await requireOurs(path);
  const release = await lock(join(path, 'lock'), path);
  try {
    for (const name of await readdir(path)) if (name !== 'lock') await rm(join(path, name), { recursive: true });
  } finally {
    release();
  }
}

/** @param {string} path */
async function requireOurs(path) {
  const names = await readdir(path).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    throw new SetUpProblem(`${path} cannot be used as data folder: ${error.message}`);
  });
  if (names.length === 0 || names.some((name) => name === 'version' || name === 'lock')) return;
  throw new SetUpProblem(
    `${path} is not empty and is no data folder of Aigaq.`,
    'Name another folder with --data DIR.',
  );
}

/**
 * @param {string} path
 * @param {number} free
 */
function requireFreeSpace(path, free) {
  if (free >= leastFreeBytes) return;
  throw new SetUpProblem(
    `The disk of ${path} has only ${Math.round(free / 1024 ** 2)} MB left; recordings need at least 1 GB.`,
    'Free some space or use a folder on another disk with --data DIR.',
  );
}

/** @param {string} path */
function freeBytesOf(path) {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/**
 * @param {string} one
 * @param {string} other
 */
function isNewer(one, other) {
  const parts = (/** @type {string} */ text) => text.split('.').map(Number);
  const [a, b] = [parts(one), parts(other)];
  const differing = [0, 1, 2].find((index) => (a[index] ?? 0) !== (b[index] ?? 0));
  return differing !== undefined && (a[differing] ?? 0) > (b[differing] ?? 0);
}

/**
 * A lock that a killed process left behind is taken over.
 * @param {string} file
 * @param {string} path
 * @returns {Promise<() => void>}
 */
async function lock(file, path) {
  for (;;) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    if (isRunning(holder)) {
      throw new SetUpProblem(
        `The data in ${path} are in use by another running Aigaq (process ${holder}).`,
        'End that one first, or use another folder with --data DIR.',
      );
    }
    await rm(file, { force: true });
  }
}

/** @param {number} pid */
function isRunning(pid) {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  // The number may have gone to another program since; Linux says to which.
  const commandLine = `/proc/${pid}/cmdline`;
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('node');
}

/**
 * @param {string} file
 * @param {number} bytes of chance
 */
async function secret(file, bytes) {
  try {
    await writeFile(file, randomBytes(bytes).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
