import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { retentionClasses } from './retention-classes';

const guide = readFileSync(join(__dirname, '..', '..', 'docs', 'retention.md'), 'utf8');

describe('the classes of retention', () => {
  it('have a line each in the guide, which names no other', () => {
    const named = [...guide.matchAll(/^\| `([a-z_.]+)`/gm)].map(([, name]) => name);
    expect(named.sort()).toEqual(retentionClasses.map(({ name }) => name).sort());
  });
});
