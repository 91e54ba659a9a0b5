import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export interface TestDatabase {
  /** Address of a database of its own, at the newest schema and otherwise empty. */
  readonly url: string;
  /** Drops it; sessions that are still open are cut. */
  drop(): Promise<void>;
}

/**
 * A database for one test file, cloned from the migrated template.
 * ```ts
 * let database: TestDatabase;
 * beforeAll(async () => { database = await createDatabase(); });
 * afterAll(() => database.drop());
 * ```
 * With `empty` without any table, as an operator makes it.
 */
export async function createDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const template = process.env['TEST_POSTGRES_URL'];
  if (template === undefined) throw new Error('No test server: the spec must stand in test/medium or test/journey.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const url = withDatabase(template, name);
  const templateName = new URL(template).pathname.slice(1);
  // Two clones of one template at a time is an error of PostgreSQL, so test files queue for it.
  await administer(template, async (client) => {
    await client.query('select pg_advisory_lock(4711)');
    const source = empty ? 'template0' : client.escapeIdentifier(templateName);
    await client.query(`create database ${name} template ${source}`);
  });
  return {
    url,
    drop: () => administer(template, (client) => client.query(`drop database if exists ${name} with (force)`)),
  };
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

async function administer(template: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: withDatabase(template, 'postgres') });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
