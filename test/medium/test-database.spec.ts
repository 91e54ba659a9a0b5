import { Client } from 'pg';
import { createDatabase, type TestDatabase } from '../support/database';

describe('the database of a test file', () => {
  let one: TestDatabase;
  let other: TestDatabase;

  beforeAll(async () => {
    [one, other] = await Promise.all([createDatabase(), createDatabase()]);
  });

  afterAll(async () => {
    await Promise.all([one.drop(), other.drop()]);
  });

  async function ask(url: string, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  it('is its own: what one file writes no other sees', async () => {
    await ask(one.url, 'create table mark (id int)');
    const [found] = await ask(other.url, `select to_regclass('mark') as mark`);
    expect(found).toEqual({ mark: null });
  });

  it('sorts the letters of the Kazakh alphabet as the alphabet does', async () => {
    const letters = 'ә,а,қ,к,ң,н,ө,о,ұ,ү,у,і,и,ғ,г,һ,х';
    const rows = await ask(
      one.url,
      `select string_agg(l, '' order by l) as sorted from unnest('{${letters}}'::text[]) l`,
    );
    expect(rows).toEqual([{ sorted: 'аәгғикқнңоөуұүхһі' }]);
  });

  it('keeps time in UTC', async () => {
    expect(await ask(one.url, 'show timezone')).toEqual([{ TimeZone: 'UTC' }]);
  });
});
