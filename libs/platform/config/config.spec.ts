import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { z } from 'zod';

import { readConfig } from './config';

const schema = z.object({ PORT: z.coerce.number().int(), SECRET: z.string().min(8), S3_BUCKET: z.string().optional() });

describe('the configuration', () => {
  it('lists every fault at once', () => {
    expect(() => readConfig(schema, { PORT: 'x', SECRET: 'short', S3_BUKET: 'b' })).toThrow(
      /S3_BUKET[\s\S]*PORT[\s\S]*SECRET/,
    );
  });

  it('takes a secret from a file', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'config-')), 'secret');
    writeFileSync(file, 'long enough\n');
    expect(readConfig(schema, { PORT: '3000', SECRET_FILE: file })).toEqual({ PORT: 3000, SECRET: 'long enough' });
  });

  it('names a secret file that cannot be read', () => {
    expect(() => readConfig(schema, { PORT: '3000', SECRET_FILE: '/nowhere/secret' })).toThrow(
      /SECRET_FILE: \/nowhere\/secret/,
    );
  });
});
