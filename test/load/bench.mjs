import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { report } from './report.mjs';

/**
 * A measured figure. `met` and `goal` are left out where none is set, `baseline` where there is nothing to compare with.
 * @typedef {{ name: string, value: number, unit: string, goal?: string, met?: boolean,
 *   baseline?: { name: string, value: number, ratio: number } }} Figure
 */

/**
 * A bench is a file `benches/NAME.mjs` that exports `about`, one line for the list, and `run`.
 * @typedef {{ about: string, run: (options: BenchOptions) => Promise<Figure[]> }} Bench
 * @typedef {{ quick: boolean, say: (text: string) => void }} BenchOptions `quick`: at most 60 s, with a wider error;
 *   `say` shows progress
 */

const folder = join(import.meta.dirname, 'benches');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs'))
  .map((file) => file.slice(0, -4));

/** @returns {Promise<number>} 0 when it ran, whatever was met; 2 when it could not */
async function main() {
  const options = { json: { type: 'boolean' }, quick: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };
  const { values, positionals } = parseArgs({
    options: /** @type {Record<keyof typeof options, { type: 'boolean' }>} */ (options),
    allowPositionals: true,
  });
  const [name, ...more] = positionals;
  if (values.help === true || name === undefined) return help(values.help === true ? 0 : 2);
  if (!names.includes(name) || more.length > 0) {
    process.stderr.write(`There is no bench ${positionals.join(' ')}. Benches: ${names.join(', ')}.\n`);
    return 2;
  }
  const bench = await load(name);
  const say = (/** @type {string} */ text) => process.stderr.write(`${text}\n`);
  const started = performance.now();
  const figures = await bench.run({ quick: values.quick === true, say });
  const outcome = {
    name,
    at: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, node: process.versions.node },
    seconds: Math.round((performance.now() - started) / 100) / 10,
    figures,
  };
  process.stdout.write(values.json === true ? `${JSON.stringify(outcome)}\n` : report(outcome));
  return 0;
}

/** @param {number} status */
async function help(status) {
  const lines = ['npm run bench -- NAME [--quick] [--json]', ''];
  for (const name of names) lines.push(`  ${name.padEnd(10)} ${(await load(name)).about}`);
  process.stdout.write(`${lines.join('\n')}\n`);
  return status;
}

/**
 * @param {string} name
 * @returns {Promise<Bench>}
 */
const load = (name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href);

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`The bench could not run: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
