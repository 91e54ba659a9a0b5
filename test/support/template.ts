import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from '../../scripts/set-up/paths.mjs';
import { run } from '../../scripts/set-up/command.mjs';

/** The program that brings the database of `DATABASE_URL` to the newest schema and ends. */
export const migrateProgram = join(root, 'dist', 'apps', 'api', 'src', 'migrate.js');

/** Brings the template to the newest schema by the same program that an operator would run. */
export async function migrateTemplate(url: string): Promise<void> {
  if (!existsSync(migrateProgram)) return;
  await run(pinnedNode, ['--enable-source-maps', migrateProgram], {
    env: { ...process.env, DATABASE_URL: url, NODE_ENV: 'test', LOG_LEVEL: 'warn' },
    what: 'Migrating the template database',
  });
}
