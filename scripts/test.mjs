import { buildServer, buildWeb } from './set-up/build.mjs';
import { checks } from './set-up/checks.mjs';
import { checkNode, installDependencies } from './set-up/dependencies.mjs';
import { runJest } from './set-up/jest-level.mjs';
import { requireMinio } from './set-up/minio.mjs';
import { continueOnPinnedNode, isPinnedNode } from './set-up/pinned-node.mjs';
import { runMain, SetUpProblem } from './set-up/problem.mjs';
import { step } from './set-up/progress.mjs';
import { runChecks } from './set-up/run-checks.mjs';
import { requirePackages, testNeeds } from './set-up/system-packages.mjs';
import { mediasoupWorker } from './set-up/worker.mjs';

const help = `npm test [-- PART [JEST OPTIONS]]

Sets everything up that the tests need and runs them. Parts: check, unit, medium, journey; without one, all of them.
For example  npm test -- unit libs/kernel
`;
const levels = ['unit', 'medium', 'journey'];
const continued = 'AIGAQ_TEST_CONTINUED';

await runMain(async () => {
  const [part, ...jestArgs] = process.argv.slice(2);
  if (part === '--help' || part === '-h') {
    process.stdout.write(help);
    return 0;
  }
  if (part !== undefined && part !== 'check' && !levels.includes(part)) {
    throw new SetUpProblem(`There is no part ${part} of the tests.`, `Parts: check, ${levels.join(', ')}.`);
  }
  if (process.env[continued] === undefined) {
    checkNode();
    await step('dependencies', async (note) => (await installDependencies()) || note('unchanged'));
    process.env[continued] = '1';
    if (!isPinnedNode()) return continueOnPinnedNode();
  }
  delete process.env[continued];
  const wanted = part === undefined ? ['check', ...levels] : [part];
  if (wanted.some((one) => one === 'medium' || one === 'journey') && !(await setUp(wanted))) return 1;
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const one of wanted) {
    process.stdout.write(`\n══ ${one}\n`);
    const counts = one === 'check' ? { ...(await runChecks(checks)), skipped: 0 } : await runJest(one, jestArgs);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  sayTotal(total);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});

/**
 * The last line is read by machines.
 * @param {import('./set-up/jest-level.mjs').Counts} total
 */
function sayTotal({ passed, failed, skipped }) {
  process.stdout.write(`\n${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}\n`);
}

/**
 * @param {string[]} wanted parts
 * @returns {Promise<boolean>} false when it failed, which then is the one failure that is counted
 */
async function setUp(wanted) {
  try {
    await prepare(wanted.includes('journey'));
    return true;
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    process.stdout.write(`\n✗ ${error.message}\n${error.remedy === undefined ? '' : `  ${error.remedy}\n`}`);
    sayTotal({ passed: 0, failed: 1, skipped: 0 });
    return false;
  }
}

/**
 * What medium tests and journeys need beside the dependencies.
 * @param {boolean} withClient journeys alone open the browser client
 */
async function prepare(withClient) {
  await step('system packages', async (note) => {
    const installed = await requirePackages(testNeeds, 'the tests need');
    note(installed.length === 0 ? 'all there' : `installed ${installed.join(', ')}`);
  });
  // The path goes to the tests in the environment, so that no test file has to get it.
  process.env['MEDIASOUP_WORKER_BIN'] = await step('media worker', (note) => mediasoupWorker(note));
  await step('MinIO', (note) => requireMinio(note));
  await step('build', async (note) => {
    const done = [(await buildServer()) && 'server', withClient && (await buildWeb()) && 'browser client'].filter(
      Boolean,
    );
    note(done.length > 0 ? done.join(' and ') : 'unchanged');
  });
}
