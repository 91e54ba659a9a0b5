import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the project. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * What is costly to get and the same for every clone: the mediasoup worker, the store server of the tests.
 * It lies outside the clone, so that a fresh clone starts warm.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function cacheFolder(env = process.env) {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'aigaq');
}

/** The Node that the project pins as a package, once the dependencies are installed. */
export const pinnedNode = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** @param {string} name a command that a dependency installs */
export const bin = (name) => join(root, 'node_modules', '.bin', name);
