import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { pinnedNode, root } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';

const leastNode = [20, 19];

/**
 * The machine's own Node only carries the set-up; everything else runs on the Node that the project pins as a package.
 * @param {string} [version]
 * @throws {SetUpProblem} when it is too old
 */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = leastNode;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new SetUpProblem(
    `This is Node ${version}; Aigaq needs Node ${leastNode.join('.')} or newer to set itself up.`,
    'Install a newer Node from https://nodejs.org or from your system.',
  );
}

const mark = join(root, 'node_modules', '.aigaq-lock');

/** The state of the lock file: equal hash, equal dependencies. */
function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

/**
 * Installs the dependencies when the lock file is another than at the last installation.
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function installDependencies() {
  const hash = lockHash();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === hash && existsSync(pinnedNode)) return false;
  // Somebody who runs `npm install` by hand has an up-to-date tree without our mark.
  if (existsSync(pinnedNode) && (await isTreeCurrent())) {
    writeFileSync(mark, hash);
    return false;
  }
  // With this variable mediasoup's install script does nothing: the worker is our own step, which a closed network does
  // not break and which outlives node_modules.
  const env = { ...process.env, MEDIASOUP_WORKER_BIN: process.env['MEDIASOUP_WORKER_BIN'] || 'see-scripts-set-up' };
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, env, what: 'npm ci' });
  writeFileSync(mark, hash);
  return true;
}

/** Whether npm's record of what lies in node_modules names the versions of the lock file. */
async function isTreeCurrent() {
  try {
    const read = (/** @type {string} */ file) => JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
    const wanted = read('package-lock.json');
    const installed = read('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      ([path, entry]) => path === '' || entry.optional === true || installed[path]?.version === entry.version,
    );
  } catch {
    return false;
  }
}
