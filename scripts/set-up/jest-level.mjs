import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bin, root } from './paths.mjs';

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * Runs one level of the tests and counts.
 * @param {string} level a project of jest.config.mjs
 * @param {string[]} args handed on to Jest
 * @returns {Promise<Counts>}
 */
export async function runJest(level, args) {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-jest-'));
  const outputFile = join(folder, 'result.json');
  try {
    const status = await jest(['--selectProjects', level, '--json', '--outputFile', outputFile, ...args]);
    const text = await readFile(outputFile, 'utf8').catch(() => undefined);
    // Without a result (a broken configuration, a set-up that failed) the level itself is what failed.
    return text === undefined ? { passed: 0, failed: 1, skipped: 0 } : countsOf(JSON.parse(text), status);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A test file that could not even be loaded holds no failed test, but it has failed.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   numRuntimeErrorTestSuites: number }} result
 * @param {number} status of Jest
 * @returns {Counts}
 */
export function countsOf(result, status) {
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: status !== 0 && failed === 0 ? 1 : failed,
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/**
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function jest(args) {
  const options = `${process.env['NODE_OPTIONS'] ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`;
  const child = spawn(process.execPath, [bin('jest'), '--passWithNoTests', ...args], {
    cwd: root,
    env: { LOG_LEVEL: 'silent', ...process.env, NODE_OPTIONS: options.trim() },
    // With --json Jest writes the result to standard output as well; its report for people goes to standard error.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
