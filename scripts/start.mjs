import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { emptyDataFolder } from './set-up/data-folder.mjs';
import { checkNode, installDependencies } from './set-up/dependencies.mjs';
import { Ending } from './set-up/ending.mjs';
import { startHelp, startOptions } from './set-up/options.mjs';
import { root } from './set-up/paths.mjs';
import { continueOnPinnedNode, isPinnedNode } from './set-up/pinned-node.mjs';
import { runMain, SetUpProblem } from './set-up/problem.mjs';
import { step } from './set-up/progress.mjs';
import { runEverything } from './set-up/run-everything.mjs';

const continued = 'AIGAQ_START_CONTINUED';

await runMain(async () => {
  const options = startOptions(process.argv.slice(2), process.env['INIT_CWD'] ?? root);
  if (options.help) {
    process.stdout.write(startHelp);
    return 0;
  }
  if (process.env[continued] === undefined) {
    checkNode();
    await step('dependencies', async (note) => (await installDependencies()) || note('unchanged'));
    process.env[continued] = '1';
    if (!isPinnedNode()) return continueOnPinnedNode();
  }
  delete process.env[continued];
  if (options.fresh) {
    if (!options.yes) await askToEmpty(options.data);
    await emptyDataFolder(options.data);
  }
  const ending = new Ending();
  try {
    const { url, died } = await runEverything(options, ending);
    await welcome(url, options.data, options.demo);
    const fate = await Promise.race([died, ending.signalled.then(() => undefined)]);
    if (fate !== undefined) throw new SetUpProblem(fate);
    process.stdout.write('\n');
    await step('everything ended', () => ending.end());
    return 0;
  } finally {
    await ending.end();
  }
});

/**
 * @param {string} folder
 * @throws {SetUpProblem} unless the person agrees
 */
async function askToEmpty(folder) {
  if (!process.stdin.isTTY) {
    throw new SetUpProblem(`--fresh would delete everything in ${folder}.`, 'Say --yes too if that is meant.');
  }
  const prompt = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(`Delete the database, recordings and secrets in ${folder}? [y/N] `);
  prompt.close();
  if (!/^y(es)?$/i.test(answer.trim())) throw new SetUpProblem('Nothing was deleted and nothing started.');
}

/**
 * @param {string} url
 * @param {string} folder
 * @param {boolean} demo
 */
async function welcome(url, folder, demo) {
  const lines = ['', `Aigaq is ready:  ${url}`, ''];
  const accounts = demo ? await demonstrationAccounts(folder) : [];
  if (accounts.length > 0) {
    lines.push('Demonstration accounts');
    const rows = [['role', 'sign in as', 'password'], ...accounts.map((one) => [one.role, one.login, one.password])];
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    for (const row of rows) lines.push(`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`);
    lines.push('');
  }
  if (!demo) lines.push(...firstAdministrator(folder));
  lines.push(`Data and logs: ${folder}    End with Ctrl-C.`, '');
  process.stdout.write(`${lines.join('\n')}\n`);
}

/**
 * Without the demonstration nobody can sign in yet.
 * @param {string} folder
 * @returns {string[]}
 */
function firstAdministrator(folder) {
  const near = relative(process.env['INIT_CWD'] ?? root, folder);
  const data = near.startsWith('..') || near === '' ? folder : near;
  return [
    'Where nobody can sign in yet: the first administrator is made in another terminal with',
    `  npm run -s aigaq -- admin create --data ${data.includes(' ') ? `'${data}'` : data} \\`,
    '    --institution-code CODE --institution-name-kk NAME --institution-name-ru NAME --institution-name-en NAME \\',
    '    --kind college|university --login LOGIN --family-name NAME --given-name NAME',
    'and prints the first password. Its --help says more.',
    '',
  ];
}

/**
 * What the API wrote down when it made the demonstration college.
 * @param {string} folder
 * @returns {Promise<{ role: string, login: string, password: string }[]>}
 */
async function demonstrationAccounts(folder) {
  const text = await readFile(`${folder}/demo-accounts.json`, 'utf8').catch(() => '[]');
  return JSON.parse(text);
}
