import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bin, root } from './paths.mjs';
import { run } from './command.mjs';
import { hashFiles, listFiles } from './inputs.mjs';
import { SetUpProblem } from './problem.mjs';

const serverTrees = ['apps/api', 'apps/media', 'apps/cli', 'libs'];
/** What the browser client is made of: its own tree and the libraries that it may import. */
const webTrees = [
  'apps/web',
  ...['kernel', 'contracts', 'texts', 'evidence', 'behaviour'].map((name) => `libs/${name}`),
];
const settings = ['.swcrc', 'package-lock.json', 'tsconfig.json'];

const isTest = (/** @type {string} */ file) => /\.spec\.tsx?$/.test(file);
const isSource = (/** @type {string} */ file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts');

/**
 * Compiles the server side into `dist/`, one CommonJS file for each source file, in the same tree; everything else that
 * lies beside the sources (JSON, fonts) is copied. Skipped when no input changed.
 * @param {string} [base]
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function buildServer(base = root) {
  const files = listFiles(base, serverTrees, (file) => !isTest(file) && !file.startsWith('libs/behaviour/browser/'));
  const hash = hashFiles(base, [...files, ...settings.filter((file) => existsSync(join(base, file)))]);
  const dist = join(base, 'dist');
  if (isUpToDate(dist, 'server', hash)) return false;
  const { transformFileSync } = await import('@swc/core');
  // Into a folder beside it first: a fault half-way leaves the last good build, and no file of a deleted source stays.
  const fresh = join(dist, `.server-${process.pid}`);
  rmSync(fresh, { recursive: true, force: true });
  for (const file of files) {
    const out = join(fresh, isSource(file) ? file.replace(/\.tsx?$/, '.js') : file);
    mkdirSync(dirname(out), { recursive: true });
    if (!isSource(file)) {
      cpSync(join(base, file), out);
      continue;
    }
    const { code, map } = compile(transformFileSync, base, file);
    writeFileSync(out, `${code}\n//# sourceMappingURL=${out.slice(out.lastIndexOf('/') + 1)}.map\n`);
    writeFileSync(`${out}.map`, map ?? '{}');
  }
  for (const tree of ['apps', 'libs']) {
    rmSync(join(dist, tree), { recursive: true, force: true });
    if (existsSync(join(fresh, tree))) renameSync(join(fresh, tree), join(dist, tree));
  }
  rmSync(fresh, { recursive: true, force: true });
  writeFileSync(join(dist, '.server-inputs'), hash);
  return true;
}

/**
 * @param {typeof import('@swc/core').transformFileSync} transformFileSync
 * @param {string} base
 * @param {string} file
 */
function compile(transformFileSync, base, file) {
  try {
    return transformFileSync(join(base, file), { cwd: base, root: base, configFile: join(base, '.swcrc') });
  } catch (error) {
    throw new SetUpProblem(`${file} does not compile:\n${error instanceof Error ? error.message : String(error)}`);
  }
}

/**
 * Builds the browser client into `dist/web`. Skipped when no input changed.
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function buildWeb() {
  const files = listFiles(root, webTrees, (file) => !isTest(file));
  const hash = hashFiles(root, [...files, ...settings]);
  const dist = join(root, 'dist');
  if (isUpToDate(dist, 'web', hash)) return false;
  await run(bin('vite'), ['build', '--outDir', join(dist, 'web'), '--emptyOutDir', '--logLevel', 'warn'], {
    cwd: join(root, 'apps', 'web'),
    env: { ...process.env, NODE_ENV: 'production' },
    what: 'vite build',
  });
  writeFileSync(join(dist, '.web-inputs'), hash);
  return true;
}

/**
 * @param {string} dist
 * @param {'server' | 'web'} part
 * @param {string} hash
 */
function isUpToDate(dist, part, hash) {
  const made = join(dist, `.${part}-inputs`);
  const output = join(dist, part === 'server' ? 'libs' : 'web');
  mkdirSync(dist, { recursive: true });
  return existsSync(made) && existsSync(output) && readFileSync(made, 'utf8') === hash;
}
