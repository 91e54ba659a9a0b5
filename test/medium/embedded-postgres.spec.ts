import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort } from '../../scripts/set-up/ports.mjs';
import { startPostgres, type RunningPostgres } from '../../scripts/set-up/postgres.mjs';

describe('the embedded PostgreSQL', () => {
  let parent: string;
  let folder: string;
  let running: RunningPostgres | undefined;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'aigaq-embedded-'));
    folder = join(parent, 'postgres');
  });
  afterEach(async () => {
    await running?.stop();
    await rm(parent, { recursive: true, force: true });
  });

  async function start(): Promise<RunningPostgres> {
    running = await startPostgres({ folder, password: 'päss/wörd', port: await freePort(), throwAway: true });
    return running;
  }

  async function query(url: string, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it('finds its data again after it was stopped', async () => {
    const first = await start();
    await query(first.url, `create table mark as select 'қала' as word`);
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'select word from mark')).toEqual([{ word: 'қала' }]);
  }, 30_000);

  it('takes the folder over from a server that was left behind', async () => {
    const leftBehind = await start();
    const second = await start();
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(await leftBehind.died).toContain('shut down');
  }, 30_000);

  it('lets nobody in without the password', async () => {
    const { port } = await start();
    await expect(query(`postgres://aigaq:wrong@127.0.0.1:${port}/aigaq`, 'select 1')).rejects.toThrow('password');
  }, 30_000);

  it('refuses the data of another major version and names both', async () => {
    await mkdir(folder);
    await writeFile(join(folder, 'PG_VERSION'), '16\n');
    await expect(start()).rejects.toThrow(/written by PostgreSQL 16; this version of Aigaq brings PostgreSQL 18/);
  });
});
