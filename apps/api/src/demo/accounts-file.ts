import { randomInt } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { AnswerOf, routes } from '@aigaq/contracts';

export type DemoAccount = AnswerOf<typeof routes.welcome>['demoAccounts'][number];

const signs = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Drawn for each installation: a demonstration may stand in a network with others in it. */
export function drawPassword(): string {
  const part = (): string => Array.from({ length: 4 }, () => signs.charAt(randomInt(signs.length))).join('');
  return `demo-${part()}-${part()}`;
}

/** The password in the file that an earlier start wrote; null without one that can be used. */
export async function readPassword(folder: string, logins: readonly string[]): Promise<string | null> {
  try {
    const known = JSON.parse(await readFile(pathIn(folder), 'utf8')) as Partial<DemoAccount>[];
    const password = known[0]?.password;
    const whole = logins.every((login) => known.some((one) => one.login === login && one.password === password));
    return whole && typeof password === 'string' && password !== '' ? password : null;
  } catch {
    return null;
  }
}

/** Replaces the file in one step, readable for its owner alone. */
export async function writeAccounts(folder: string, accounts: readonly DemoAccount[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = pathIn(folder);
  await writeFile(`${path}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  await rename(`${path}.new`, path);
}

function pathIn(folder: string): string {
  return join(folder, 'demo-accounts.json');
}
