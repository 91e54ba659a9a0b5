import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Of this installation, from the package.json next above: the build lies deeper in the tree than the sources. */
export const version = readVersion(__dirname);

function readVersion(folder: string): string {
  const file = join(folder, 'package.json');
  if (existsSync(file)) return (JSON.parse(readFileSync(file, 'utf8')) as { version?: string }).version ?? '0';
  return dirname(folder) === folder ? '0' : readVersion(dirname(folder));
}
