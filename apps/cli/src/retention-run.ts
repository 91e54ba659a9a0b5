import type { RetentionLine } from '@aigaq/oversight';
import type { RetentionCounts } from '@aigaq/platform';

import { type Command, CommandProblem, installationOptions, readOptions, type Terminal } from './command';

const help = `aigaq retention run [OPTIONS]

Deletes at once what is no longer to be kept, which the API does by itself every hour: docs/retention.md says what that
is. Nothing of an open case is deleted. May be broken off and run again.

  --dry-run     count what is due and delete nothing
  --data DIR    data folder of npm start (default .data), where DATABASE_URL is not set
  --json        print one object: { name, at, dryRun, classes: [ { name, counts, error } ] }
  --help        show this

Environment: DATABASE_URL, STORE, STORE_DIR, S3_…, RETENTION_…, as the API has them.
Ends with status 1 when a class could not be done to its end.
`;

export const retentionRun: Command = {
  name: 'retention run',
  summary: 'delete what is no longer to be kept; --dry-run only counts it',
  help,
  async run(args, terminal) {
    const {
      data,
      json,
      'dry-run': dry,
    } = readOptions(args, { ...installationOptions, 'dry-run': { type: 'boolean' } });
    const dryRun = dry === true;
    const at = new Date();
    const lines = await carryOut(dryRun, data, terminal);
    if (lines === null)
      throw new CommandProblem('Another run is at work in this installation.', 'Try again when it is done.');
    terminal.out(json ? jsonOf(lines, { at, dryRun }) : tableOf(lines, dryRun));
    return lines.some((line) => line.error !== null) ? 1 : 0;
  },
};

/** What needs the whole system is loaded only now: help and faults of the call are said at once. */
async function carryOut(
  dryRun: boolean,
  data: string | undefined,
  terminal: Terminal,
): Promise<RetentionLine[] | null> {
  const { systemClock } = await import('@aigaq/kernel');
  const { RunRetention } = await import('@aigaq/oversight');
  const { findInstallation, withDatabase } = await import('./installation');
  const installation = findInstallation(data, terminal);
  const store = installation.openStore();
  const onProgress = (name: string, counts: RetentionCounts): void => terminal.progress(`${name}  ${wordsOf(counts)}`);
  return withDatabase(installation.databaseUrl, (database) =>
    new RunRetention(database, store, installation.terms, systemClock).run({ dryRun, onProgress }),
  );
}

function jsonOf(lines: readonly RetentionLine[], { at, dryRun }: { at: Date; dryRun: boolean }): string {
  const classes = lines.map(({ name, counts, error }) => ({ name, counts, error: error?.message ?? null }));
  return `${JSON.stringify({ name: 'retention', at: at.toISOString(), dryRun, classes })}\n`;
}

function tableOf(lines: readonly RetentionLine[], dryRun: boolean): string {
  const width = Math.max(...lines.map(({ name }) => name.length));
  const rows = lines.map(({ name, counts, error }) => {
    const failed = error === null ? '' : `  failed: ${error.message}`;
    return `  ${name.padEnd(width)}  ${wordsOf(counts)}${failed}`;
  });
  return [dryRun ? 'Due now (nothing was deleted):' : 'Deleted:', ...rows, ''].join('\n');
}

function wordsOf(counts: RetentionCounts): string {
  const some = Object.entries(counts).filter(([, count]) => count > 0);
  if (some.length === 0) return '–';
  return some.map(([thing, count]) => `${count} ${thing}`).join(', ');
}
