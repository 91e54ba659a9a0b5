import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { z } from 'zod';

import {
  ConfigError,
  connectDatabase,
  type Database,
  type ObjectStore,
  openStore,
  readConfig,
  retentionSettings,
  type RetentionTerms,
  retentionTerms,
  storeSettings,
} from '@aigaq/platform';

import { CommandProblem, type Terminal } from './command';
import { entities, migrations } from './schema';

const settings = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'an address such as postgres://user:password@host/database is needed')
    .optional(),
  DATA_DIR: z.string().default('.data'),
  ...storeSettings,
  // Unlike the API, which is told: where an endpoint is named, it is meant, as `npm start` takes it.
  STORE: z.enum(['folder', 's3']).optional(),
  ...retentionSettings,
});

/** The installation that a command works on. */
export interface Installation {
  readonly databaseUrl: string;
  readonly terms: RetentionTerms;
  /** @throws CommandProblem that names the setting that is missing */
  openStore(): ObjectStore;
}

/**
 * Finds the installation as its programs do: by the environment (`DATABASE_URL`, `STORE`, `S3_…`), else by the data
 * folder of `npm start`, whose own PostgreSQL has to run.
 *
 * @param data the folder that was named, if one was
 * @throws CommandProblem
 */
export function findInstallation(data: string | undefined, terminal: Terminal): Installation {
  const config = readSettings(terminal.env);
  const folder = resolve(terminal.folder, data ?? config.DATA_DIR);
  return {
    databaseUrl: config.DATABASE_URL ?? embeddedDatabaseUrl(folder),
    terms: retentionTerms(config),
    openStore: () => {
      const STORE = config.STORE ?? (config.S3_ENDPOINT === undefined ? 'folder' : 's3');
      try {
        return openStore({ ...config, STORE, STORE_DIR: config.STORE_DIR ?? join(folder, 'store') });
      } catch (error) {
        throw new CommandProblem(error instanceof Error ? error.message : String(error));
      }
    },
  };
}

/**
 * Works with the installation's database, brought to this version first, and lets go of it.
 *
 * @throws CommandProblem when it cannot be reached
 */
export async function withDatabase<Value>(url: string, work: (database: Database) => Promise<Value>): Promise<Value> {
  const database = await connectDatabase({ url, entities, migrations, poolSize: 4 }).catch((error: unknown) => {
    throw isConnectionFault(error) ? unreachable(url, error) : error;
  });
  try {
    return await work(database);
  } finally {
    await database.dataSource.destroy();
  }
}

function readSettings(env: NodeJS.ProcessEnv): z.output<typeof settings> {
  try {
    return readConfig(settings, env, ['S3_', 'RETENTION_']);
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandProblem(error.message);
    throw error;
  }
}

/** `npm start` gives its PostgreSQL another port each time; the server writes it into the fourth line of its pid file. */
function embeddedDatabaseUrl(folder: string): string {
  const passwordFile = join(folder, 'postgres-password');
  if (!existsSync(passwordFile))
    throw new CommandProblem(
      `There is no installation in ${folder}.`,
      'Name the data folder of npm start with --data DIR, or the database in DATABASE_URL.',
    );
  const [pid = '', , , port = ''] = readLines(join(folder, 'postgres', 'postmaster.pid'));
  if (!isRunning(Number(pid)) || !/^\d+$/.test(port))
    throw new CommandProblem(
      `The PostgreSQL of ${folder} is not running.`,
      `Start it with  npm start -- --data ${folder}  and run this beside it.`,
    );
  const [password = ''] = readLines(passwordFile);
  return `postgres://aigaq:${encodeURIComponent(password)}@127.0.0.1:${port}/aigaq`;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw new CommandProblem(`${file} cannot be read.`, 'Run this as the user who runs npm start.');
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const connectionFaults = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET']);
/** Wrong password, no such user, no such database (PostgreSQL, appendix A). */
const refusedLogins = new Set(['28P01', '28000', '3D000']);

function isConnectionFault(error: unknown): boolean {
  const { code, errors } = error as { code?: string; errors?: unknown[] };
  if (errors !== undefined) return errors.some(isConnectionFault);
  return code !== undefined && (connectionFaults.has(code) || refusedLogins.has(code));
}

/** Says where, and never with which password. */
function unreachable(url: string, error: unknown): CommandProblem {
  const { hostname, port, pathname, username } = new URL(url);
  const where = `${pathname.slice(1)} on ${hostname}:${port === '' ? '5432' : port} as ${username}`;
  const { code, message } = error as { code?: string; message?: string };
  return new CommandProblem(
    `The database ${where} cannot be reached: ${message === '' ? code : message}.`,
    'Is it running, and is DATABASE_URL right?',
  );
}
