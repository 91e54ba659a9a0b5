import { readFileSync } from 'node:fs';

import type { z } from 'zod';

/** The configuration cannot be used; the message lists every fault, one a line. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads a process's configuration from the environment. `NAME_FILE` may stand for `NAME` and names a
 * file that holds the value, as container secrets do.
 *
 * @param schema one zod schema per name
 * @param prefixes names that begin so and are not in the shape are refused as misspelt
 * @throws ConfigError with every fault at once
 */
export function readConfig<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  env: NodeJS.ProcessEnv,
  prefixes: readonly string[] = ['S3_', 'SMTP_', 'MEDIA_', 'RTC_'],
): z.output<z.ZodObject<Shape>> {
  const known = Object.keys(schema.shape);
  const faults: string[] = [];
  const values: Record<string, string> = {};
  for (const name of known) {
    const value = env[name] ?? fromFile(name, env, faults);
    if (value !== undefined && value !== '') values[name] = value;
  }
  for (const name of Object.keys(env))
    if (
      prefixes.some((prefix) => name.startsWith(prefix)) &&
      !known.includes(name.replace(/_FILE$/, '')) &&
      !allowed(name)
    )
      faults.push(`${name}: no such setting`);
  const parsed = schema.safeParse(values);
  if (!parsed.success)
    for (const issue of parsed.error.issues) faults.push(`${issue.path.join('.')}: ${issue.message}`);
  if (faults.length > 0 || !parsed.success)
    throw new ConfigError(`The configuration has faults:\n  ${faults.join('\n  ')}`);
  return parsed.data;
}

/** Settings of mediasoup itself share a prefix with ours. */
function allowed(name: string): boolean {
  return name.startsWith('MEDIASOUP_');
}

function fromFile(name: string, env: NodeJS.ProcessEnv, faults: string[]): string | undefined {
  const path = env[`${name}_FILE`];
  if (path === undefined || path === '') return undefined;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    faults.push(`${name}_FILE: ${path} cannot be read`);
    return undefined;
  }
}
