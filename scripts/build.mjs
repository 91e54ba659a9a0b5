import { buildServer, buildWeb } from './set-up/build.mjs';
import { runMain, SetUpProblem } from './set-up/problem.mjs';
import { step } from './set-up/progress.mjs';

await runMain(async () => {
  const parts = process.argv.slice(2);
  const unknown = parts.find((part) => part !== 'server' && part !== 'web');
  if (parts.includes('--help')) {
    process.stdout.write('npm run build [-- server|web]   Builds server and browser client into dist/.\n');
    return;
  }
  if (unknown !== undefined) throw new SetUpProblem(`There is no part ${unknown} to build.`, 'Parts: server, web.');
  const wanted = (/** @type {string} */ part) => parts.length === 0 || parts.includes(part);
  const note = (/** @type {(text: string) => void} */ say, /** @type {boolean} */ done) => done || say('unchanged');
  if (wanted('server')) await step('server', async (say) => note(say, await buildServer()));
  if (wanted('web')) await step('browser client', async (say) => note(say, await buildWeb()));
});
