import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { arch, platform, release, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from './command.mjs';
import { cacheFolder, root } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';
import { requirePackages, workerNeeds } from './system-packages.mjs';

const packageFolder = join(root, 'node_modules', 'mediasoup');

/**
 * The program that mediasoup starts for each core. It is got once for each version and kept outside the clone.
 * @param {(note: string) => void} note
 * @returns {Promise<string>} its path
 * @throws {SetUpProblem} when it can be had in no way
 */
export async function mediasoupWorker(note) {
  const given = process.env['MEDIASOUP_WORKER_BIN'];
  if (given) {
    if (existsSync(given)) return given;
    throw new SetUpProblem(`MEDIASOUP_WORKER_BIN names ${given}, which does not exist.`, 'Correct or unset it.');
  }
  const { version, repository } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const cached = join(cacheFolder(), `mediasoup-worker-${version}-${platform()}-${arch()}`);
  if (existsSync(cached)) return cached;
  await mkdir(dirname(cached), { recursive: true });
  const work = await mkdtemp(join(tmpdir(), 'aigaq-worker-'));
  try {
    const fresh = join(work, 'mediasoup-worker');
    if (await download(version, repository.url, work)) note('downloaded');
    else {
      await build(fresh);
      note('built');
    }
    // Beside the goal first: a rename within one file system is whole or not at all, whoever else builds.
    const beside = `${cached}.${process.pid}`;
    await copyFile(fresh, beside);
    await chmod(beside, 0o755);
    await rename(beside, cached);
    return cached;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * The same archive that mediasoup's own install script would fetch.
 * @param {string} version
 * @param {string} repository
 * @param {string} folder where `mediasoup-worker` is laid
 * @returns {Promise<boolean>} false when it cannot be reached or does not run here
 */
async function download(version, repository, folder) {
  const kernel = platform() === 'linux' ? `-kernel${release().split('.')[0]}` : '';
  const base =
    process.env['MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL'] ||
    `${repository.replace(/^git\+/, '').replace(/\.git$/, '')}/releases/download`;
  const url = `${base}/${version}/mediasoup-worker-${version}-${platform()}-${arch()}${kernel}.tgz`;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(15_000) });
    if (!answer.ok) return false;
    const archive = join(folder, 'worker.tgz');
    await writeFile(archive, Buffer.from(await answer.arrayBuffer()));
    await run('tar', ['-xzf', archive, '-C', folder]);
    return runsHere(join(folder, 'mediasoup-worker'));
  } catch {
    return false;
  }
}

/**
 * Started by hand the worker says that its parent is missing; one that was built for another C library says nothing.
 * @param {string} file
 */
function runsHere(file) {
  const { stdout, stderr } = spawnSync(file, [], { encoding: 'utf8', env: {}, timeout: 5000 });
  return `${stdout}${stderr}`.includes('real father');
}

/** @param {string} out */
async function build(out) {
  await requirePackages(workerNeeds, 'the media server needs to be built');
  await run('bash', [join(root, 'docker', 'mediasoup-worker', 'build.sh'), packageFolder, out], {
    what: 'Building the media worker',
  });
  if (runsHere(out)) return;
  throw new SetUpProblem('The media worker was built but does not run on this machine.');
}
