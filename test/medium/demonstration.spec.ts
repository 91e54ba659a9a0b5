import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Database, Outbox } from '@aigaq/platform';

import { SeedDemonstration } from '../../apps/api/src/demo/seed-demonstration';
import { startApi, type TestApi } from '../support/api';

interface DemoAccount {
  role: string;
  login: string;
  password: string;
  name: string;
}

describe('the demonstration', () => {
  let api: TestApi;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aigaq-demo-'));
    api = await startApi({ DEMO: '1', DATA_DIR: folder });
  });
  afterAll(async () => {
    await api.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const accounts = async (): Promise<DemoAccount[]> =>
    JSON.parse(await readFile(join(folder, 'demo-accounts.json'), 'utf8')) as DemoAccount[];

  const signIn = (account: DemoAccount | undefined) =>
    fetch(`${api.url}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.url },
      body: JSON.stringify({ login: account?.login, password: account?.password }),
    });

  async function counts(): Promise<Record<string, number>> {
    const tables = [
      'institution',
      'account',
      'study_group',
      'group_member',
      'discipline',
      'rule_set',
      'event',
      'form_item',
    ];
    const parts = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`);
    const [line] = await api.app
      .get(Database)
      .manager.query<Record<string, number>[]>(
        `select ${parts.join(', ')}, (select count(*)::int from sitting) as sitting`,
      );
    return line ?? {};
  }

  it('lets each of its people in at once', async () => {
    for (const account of await accounts()) {
      const answer = await signIn(account);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({
        step: 'done',
        me: { mustChangePassword: false, roles: [account.role] },
      });
    }
  });

  it('is shown on the first page, and its file is the owner’s alone', async () => {
    const answer = await fetch(`${api.url}/api/welcome`);
    const { demoAccounts } = (await answer.json()) as { demoAccounts: DemoAccount[] };
    expect(demoAccounts).toEqual(await accounts());
    expect((await stat(join(folder, 'demo-accounts.json'))).mode & 0o077).toBe(0);
  });

  it('has an exam open now with its candidates invited, and one in draft', async () => {
    await api.app.get(Outbox).drained();
    const events = await api.app.get(Database).manager.query<object[]>(
      `select e.state, e.language, e.profile_name as profile,
         (select count(*)::int from sitting s where s.event_id = e.id) as sittings,
         (select count(*)::int from form_item i where i.event_id = e.id) as items,
         (select count(*)::int from event_staff s where s.event_id = e.id) as staff
       from event e order by e.opens_at`,
    );
    expect(events).toEqual([
      { state: 'open', language: 'kk', profile: 'standard', sittings: 6, items: 10, staff: 3 },
      { state: 'draft', language: 'ru', profile: 'light', sittings: 0, items: 3, staff: 1 },
    ]);
  });

  it('adds nothing when it is made again', async () => {
    const before = await counts();
    const file = await accounts();
    await api.app.get(SeedDemonstration).run();
    expect(await counts()).toEqual(before);
    expect(await accounts()).toEqual(file);
  });

  it('opens another exam when the window of the last one is nearly over', async () => {
    const { event } = await counts();
    api.clock.advance(7 * 3_600_000);
    await api.app.get(SeedDemonstration).run();
    await api.app.get(SeedDemonstration).run();
    expect((await counts())['event']).toBe((event ?? 0) + 1);
  });

  it('gives new passwords when the file was lost', async () => {
    const [old] = await accounts();
    await rm(join(folder, 'demo-accounts.json'));
    await api.app.get(SeedDemonstration).run();
    const [fresh] = await accounts();
    expect(fresh?.password).not.toBe(old?.password);
    expect((await signIn(fresh)).status).toBe(200);
    expect((await signIn(old)).status).toBe(401);
  });
});
