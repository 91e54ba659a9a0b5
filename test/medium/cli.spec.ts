import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Client } from 'pg';

import { pinnedNode, root } from '../../scripts/set-up/paths.mjs';
import { startApi, type TestApi } from '../support/api';
import { createDatabase, type TestDatabase } from '../support/database';
import { Browser } from '../support/people';

// Each command is a process of its own, which a busy machine starts slowly.
jest.setTimeout(120_000);

interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

const program = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');

/** Runs the built command line as an operator would. */
function aigaq(args: readonly string[], env: Readonly<Record<string, string>> = {}, folder = tmpdir()): Promise<Ended> {
  const { DATABASE_URL: _, INIT_CWD: __, ...inherited } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(pinnedNode, [program, ...args], { cwd: folder, env: { ...inherited, ...env } });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => (out += String(chunk)));
    child.stderr.on('data', (chunk) => (err += String(chunk)));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

const founding = [
  ...['--institution-code', 'almaty-1', '--institution-name-kk', 'Алматы колледжі'],
  ...['--institution-name-ru', 'Алматинский колледж', '--institution-name-en', 'Almaty College'],
  ...['--kind', 'college', '--time-zone', 'Asia/Almaty'],
];
const who = ['--login', 'aigul', '--family-name', 'Құрманова', '--given-name', 'Айгүл'];
const create = ['admin', 'create', ...founding, ...who];

describe('the command line', () => {
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await createDatabase();
    folder = await mkdtemp(join(tmpdir(), 'aigaq-cli-'));
  });
  afterAll(async () => {
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  it('explains itself, and each of its commands', async () => {
    const overview = await aigaq(['--help']);
    expect(overview).toMatchObject({ status: 0, err: '' });
    for (const name of ['admin create', 'retention run']) {
      expect(overview.out).toContain(name);
      expect(await aigaq([...name.split(' '), '--help'])).toMatchObject({ status: 0, err: '' });
    }
  });

  it('names each option that is missing or wrong, and ends with status 2', async () => {
    const refused = await aigaq(['admin', 'create', '--institution-code', 'A B', '--kind', 'school', '--login', 'a']);
    expect(refused).toMatchObject({ status: 2, out: '' });
    for (const option of ['institution-code', 'institution-name-kk', 'kind', 'login', 'family-name'])
      expect(refused.err).toContain(`--${option}: `);
    expect((await aigaq(['admin', 'create', '--colour', 'red'])).err).toContain('--colour');
    expect(await aigaq(['admin', 'delete'])).toMatchObject({ status: 2, out: '' });
  });

  it('says clearly when there is no installation, or its PostgreSQL does not run', async () => {
    const none = await aigaq(create, {}, folder);
    expect(none).toMatchObject({ status: 1, out: '' });
    expect(none.err).toContain(`There is no installation in ${join(folder, '.data')}.`);
    const data = join(folder, 'stopped');
    await mkdir(data);
    await writeFile(join(data, 'postgres-password'), 'x');
    const stopped = await aigaq(['retention', 'run', '--data', data]);
    expect(stopped).toMatchObject({ status: 1, out: '' });
    expect(stopped.err).toContain(`The PostgreSQL of ${data} is not running.`);
    expect(stopped.err).toContain('npm start');
  });

  it('names the server that cannot be reached, and not its password', async () => {
    const refused = await aigaq(create, { DATABASE_URL: 'postgres://aigaq:geheim@127.0.0.1:1/aigaq' });
    expect(refused).toMatchObject({ status: 1, out: '' });
    expect(refused.err).toContain('127.0.0.1:1');
    expect(refused.err).not.toContain('geheim');
  });

  it('finds the embedded PostgreSQL of a data folder', async () => {
    const data = join(folder, 'running');
    const { port, password } = new URL(database.url);
    await mkdir(join(data, 'postgres'), { recursive: true });
    await writeFile(join(data, 'postgres-password'), `${password}\n`);
    await writeFile(join(data, 'postgres', 'postmaster.pid'), [process.pid, data, '1', port, ''].join('\n'));
    const { status, out } = await aigaq(['retention', 'run', '--dry-run', '--json', '--data', 'running'], {}, folder);
    expect([status, JSON.parse(out)]).toMatchObject([0, { name: 'retention', dryRun: true }]);
  });

  it('counts what is due as one JSON object, and deletes it', async () => {
    await query(
      database.url,
      `insert into mail (id, to_address, language, subject, text, sent_at) values (gen_random_uuid(), '', 'kk', '', '', now() - interval '8 days')`,
    );
    const env = { DATABASE_URL: database.url, DATA_DIR: folder, RETENTION_MAIL_DAYS: '7' };
    const counted = await aigaq(['retention', 'run', '--dry-run', '--json'], env);
    const mails = { name: 'platform.mails', counts: { mails: 1 }, error: null };
    expect(JSON.parse(counted.out)).toMatchObject({ dryRun: true, classes: expect.arrayContaining([mails]) });
    const deleted = await aigaq(['retention', 'run'], env);
    expect(deleted).toMatchObject({ status: 0, err: '' });
    expect(deleted.out).toMatch(/platform\.mails +1 mails/);
    expect(await query(database.url, 'select 1 from mail')).toEqual([]);
    const wrong = await aigaq(['retention', 'run'], { ...env, RETENTION_MAIL_DAYS: 'long' });
    expect(wrong).toMatchObject({ status: 1, out: '' });
    expect(wrong.err).toContain('RETENTION_MAIL_DAYS: ');
  });
});

describe('the first administrator', () => {
  let database: TestDatabase;
  let api: TestApi | undefined;

  beforeAll(async () => {
    database = await createDatabase({ empty: true });
  });
  afterAll(async () => {
    await api?.stop();
    await database.drop();
  });

  const run = (...more: string[]) => aigaq([...create, ...more], { DATABASE_URL: database.url });

  it('is made in a database that nobody has started yet, and signs in with the printed password', async () => {
    const made = await run('--json');
    expect(made).toMatchObject({ status: 0, err: '' });
    const { login, password, founded } = JSON.parse(made.out) as Record<string, string>;
    expect({ login, founded }).toEqual({ login: 'aigul', founded: true });
    // The command line brings the database to the very schema of the API.
    const names = 'select name from migration order by name';
    expect(await query(database.url, names)).toEqual(await query(process.env['TEST_POSTGRES_URL'] ?? '', names));
    api = await startApi({ DATABASE_URL: database.url });
    const browser = new Browser(api);
    const answer = await browser.trySignIn('aigul', password);
    expect([answer.status, answer.body]).toMatchObject([
      200,
      { step: 'done', me: { roles: ['institution_administrator'], mustChangePassword: true } },
    ]);
  });

  it('stays the only one unless another is asked for', async () => {
    const second = await aigaq(['admin', 'create', ...founding, ...who, '--login', 'second'], {
      DATABASE_URL: database.url,
    });
    expect(second).toMatchObject({ status: 1, out: '' });
    expect(second.err).toContain('--another');
    const taken = await run('--another');
    expect(taken).toMatchObject({ status: 1, out: '' });
    expect(taken.err).toContain('The login aigul is taken.');
    const third = await run('--another', '--login', 'third');
    expect(third).toMatchObject({ status: 0, err: '' });
    expect(third.out).toMatch(/First password {2}\S+/);
    expect(await query(database.url, 'select code from institution')).toEqual([{ code: 'almaty-1' }]);
  });

  it('founds no institution by a slip of the keyboard, nor for a login that is taken', async () => {
    const env = { DATABASE_URL: database.url };
    const [slip, taken, nowhere] = await Promise.all([
      aigaq(['admin', 'create', '--institution-code', 'almaty-2', ...who], env),
      run('--institution-code', 'almaty-3'),
      run('--institution-code', 'almaty-3', '--login', 'free', '--time-zone', 'Asia/Nowhere'),
    ]);
    expect(slip).toMatchObject({ status: 1, out: '' });
    expect(slip.err).toContain('There is no institution almaty-2.');
    expect(taken).toMatchObject({ status: 1, out: '' });
    expect(nowhere).toMatchObject({ status: 1, out: '' });
    expect(nowhere.err).toContain('--time-zone: ');
    expect(await query(database.url, 'select code from institution')).toEqual([{ code: 'almaty-1' }]);
  });
});
