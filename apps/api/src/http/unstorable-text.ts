import type { Problem } from '@aigaq/contracts';

/** No text of PostgreSQL holds a NUL, and half of a surrogate pair is no character at all. */
const unstorable = /\0|\p{Surrogate}/u;

/** The texts in what was sent that no database could keep, each by its dotted path. */
export function problemsOfText(value: unknown, path = ''): Problem[] {
  if (typeof value === 'string') return unstorable.test(value) ? [problemAt(path)] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => problemsOfText(part, path === '' ? name : `${path}.${name}`));
}

function problemAt(path: string): Problem {
  return { code: 'bad_format', ...(path === '' ? {} : { field: path }) };
}
