import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { ConfigError } from '@aigaq/platform';

import { readApiConfig } from '../apps/api/src/config';
import { readMediaConfig } from '../apps/media/src/config';

type Read = (env: NodeJS.ProcessEnv) => object;

const root = join(__dirname, '..');
const guide = readFileSync(join(root, 'docs', 'operator.md'), 'utf8');

/** What `Log` reads by itself, in every program, before there is a configuration. */
const ofTheLog = { LOG_LEVEL: 'info', PROCESS_NAME: 'aigaq' };

const someValue: Record<string, string> = {
  DATABASE_URL: 'postgres://user:password@host/database',
  SECRET: 'a0b1c2d3e4f5g6h7i8j9k0l1m2n3o4p5q6r7',
  NODE_SECRET: 'z0y1x2w3v4u5t6s7r8q9p0o1n2m3l4k5j6i7',
  PORT: '3001',
  API_URL: 'http://api:3000',
  MEDIA_URL: 'https://exam.example.kz',
  RTC_ANNOUNCED_ADDRESS: 'exam.example.kz',
  RTC_PORT: '40000',
  DATA_DIR: '/data',
};

/** The names that a program asks its environment for, of which each may also be given by a file. */
function namesOf(read: Read): string[] {
  const asked = new Set<string>();
  const env = new Proxy({}, { get: (_target, name) => void asked.add(String(name)) });
  expect(() => read(env)).toThrow(ConfigError);
  return [...asked].filter((name) => asked.has(`${name}_FILE`));
}

/** Those without which it does not start. */
function neededBy(read: Read): string[] {
  try {
    read({});
  } catch (error) {
    if (error instanceof ConfigError) return [...error.message.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name ?? '');
    throw error;
  }
  return [];
}

interface Row {
  readonly name: string;
  readonly api: string;
  readonly media: string;
}

/** The rows of the table of settings: `| \`NAME\` | API | media node | meaning |`. */
const rows: Row[] = guide.split('\n').flatMap((line) => {
  const [, name, api = '', media = ''] = line.split('|').map((cell) => cell.trim());
  const [, setting] = /^`([A-Z][A-Z0-9_]+)`$/.exec(name ?? '') ?? [];
  return setting === undefined ? [] : [{ name: setting, api, media }];
});

function writtenAs(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '–';
  return `\`${typeof value === 'boolean' ? Number(value) : (value as string | number)}\``;
}

describe.each([
  ['API', 'api', readApiConfig as Read],
  ['media node', 'media', readMediaConfig as Read],
] as const)("the operator's guide on the %s", (_program, column, read) => {
  const listed = rows.filter((row) => row[column] !== '');
  const cell = (name: string) => listed.find((row) => row.name === name)?.[column];

  it('lists each setting that it reads, and no other', () => {
    expect(listed.map(({ name }) => name).sort()).toEqual([...namesOf(read), ...Object.keys(ofTheLog)].sort());
  });

  it('says which are needed', () => {
    const needed = listed.filter((row) => row[column] === '_needed_').map(({ name }) => name);
    expect(needed.sort()).toEqual(neededBy(read).sort());
  });

  it('names the true defaults', () => {
    const needed = neededBy(read);
    const given = Object.fromEntries(needed.map((name) => [name, someValue[name]]));
    const config: Record<string, unknown> = { ...read(given), ...ofTheLog };
    // Made from others or from the machine, which the guide says in words.
    const derived = column === 'api' ? ['STORE_DIR'] : ['WORKERS'];
    for (const { name } of listed.filter((row) => !needed.includes(row.name) && !derived.includes(row.name)))
      expect([name, cell(name)]).toEqual([name, writtenAs(config[name])]);
  });
});

describe("the operator's guide", () => {
  it('lists a setting once', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  });

  it('knows all that the log reads', () => {
    const source = readFileSync(join(root, 'libs', 'platform', 'log', 'log.ts'), 'utf8');
    const read = [...source.matchAll(/process\.env\['(\w+)'\] \?\? '(\w+)'/g)].map(([, name, value]) => [name, value]);
    expect(Object.fromEntries(read)).toEqual(ofTheLog);
  });
});
