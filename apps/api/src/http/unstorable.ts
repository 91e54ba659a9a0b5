import type { Problem } from '@aigaq/contracts';

/** Texts that no database keeps: with a NUL, which PostgreSQL refuses, or with half a character, which would come back as another. */
export function unstorable(value: unknown, path: readonly string[] = []): Problem[] {
  if (typeof value === 'string') {
    if (value.isWellFormed() && !value.includes('\u0000')) return [];
    return [{ code: 'bad_format', ...(path.length === 0 ? {} : { field: path.join('.') }) }];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => unstorable(part, [...path, key]));
}
