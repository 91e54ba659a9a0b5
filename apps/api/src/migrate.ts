import 'reflect-metadata';

import { z } from 'zod';

import { ConfigError, openDatabase, readConfig } from '@aigaq/platform';

import { entities, migrations } from './schema';

/** Brings the database of DATABASE_URL to this version and ends. */
async function migrate(): Promise<void> {
  const { DATABASE_URL } = readConfig(z.object({ DATABASE_URL: z.string() }), process.env, []);
  const dataSource = await openDatabase({ url: DATABASE_URL, entities, migrations, poolSize: 2 });
  await dataSource.destroy();
}

migrate().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exitCode = 1;
});
