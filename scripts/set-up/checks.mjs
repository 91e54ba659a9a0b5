import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';
import { missingFromLock } from './lock-file.mjs';
import { misnamed } from './names.mjs';
import { bin, root } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';

/**
 * A gate that the tree passes or not.
 * @typedef {{ name: string, run: () => Promise<unknown> }} Check
 */

const tool = (/** @type {string} */ name, /** @type {string[]} */ ...args) =>
  run(bin(name), args, { cwd: root, what: name, lines: 200 });

/** @type {readonly Check[]} */
export const checks = [
  { name: 'types of server, tests and scripts', run: () => tool('tsc', '--project', 'tsconfig.json') },
  { name: 'types of the browser client', run: () => tool('tsc', '--project', 'apps/web/tsconfig.json') },
  { name: 'eslint', run: () => tool('eslint', '--quiet', '.') },
  { name: 'prettier', run: () => tool('prettier', '--check', '--log-level', 'warn', '.') },
  {
    name: 'import rules',
    run: () => tool('depcruise', ...['apps', 'libs', 'test', 'scripts'].filter((tree) => existsSync(join(root, tree)))),
  },
  { name: 'nothing unused', run: () => tool('knip', '--no-progress', '--no-config-hints') },
  { name: 'lock file', run: checkLockFile },
  { name: 'file names', run: checkNames },
];

async function checkLockFile() {
  const missing = missingFromLock(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  if (missing.length === 0) return;
  throw new SetUpProblem(`npm ci would refuse the lock file, which lacks:\n${missing.join('\n')}`);
}

async function checkNames() {
  const listed = await run('git', ['ls-files', '--', 'apps', 'libs', 'scripts', 'test'], { cwd: root });
  const wrong = misnamed(listed.split('\n').filter(Boolean));
  if (wrong.length > 0) throw new SetUpProblem(`Not in kebab-case:\n${wrong.join('\n')}`);
}
