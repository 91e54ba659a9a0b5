import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { SetUpProblem } from './problem.mjs';

export const startHelp = `npm start [-- OPTIONS]

Sets Aigaq up on this machine and runs it until Ctrl-C. What is unchanged since the last start is skipped.

  --port PORT    port of the address to open (default 3000; media use the two ports after it)
  --host HOST    name or address by which other machines reach this one; makes a self-signed certificate
  --data DIR     folder of database, recordings and secrets (default .data)
  --fresh        delete what the data folder holds and begin anew; asks first
  --yes          do not ask
  --no-demo      do not make the demonstration college
  --help         show this

Environment: DATABASE_URL (a PostgreSQL server instead of the embedded one), S3_ENDPOINT S3_ACCESS_KEY S3_SECRET_KEY
S3_BUCKET S3_REGION (a store instead of a folder), SMTP_URL, LOG_LEVEL, MEDIASOUP_WORKER_BIN.
`;

/**
 * @typedef {{ help: boolean, port: number, host: string | undefined, data: string, fresh: boolean, yes: boolean,
 *   demo: boolean }} StartOptions
 */

/**
 * @param {string[]} args
 * @param {string} base what a relative `--data` starts from
 * @returns {StartOptions}
 * @throws {SetUpProblem}
 */
export function startOptions(args, base) {
  const values = parse(args);
  return {
    help: values.help === true,
    port: portOf(values.port ?? '3000'),
    host: hostOf(values.host),
    data: resolve(base, values.data ?? '.data'),
    fresh: values.fresh === true,
    yes: values.yes === true,
    demo: values['no-demo'] !== true,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        fresh: { type: 'boolean' },
        yes: { type: 'boolean', short: 'y' },
        'no-demo': { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    const what = error instanceof Error ? (error.message.split('.')[0] ?? '') : String(error);
    throw new SetUpProblem(`${what}.`, 'npm start -- --help lists the options.');
  }
}

/** @param {string} text */
function portOf(text) {
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_533) return port;
  throw new SetUpProblem(`--port ${text} is no port.`, 'Give a number from 1 to 65533; the two after it are used too.');
}

/**
 * @param {string | undefined} host
 * @returns {string | undefined} undefined: only this machine
 */
function hostOf(host) {
  if (host === undefined || ['localhost', '127.0.0.1', '::1'].includes(host)) return undefined;
  if (host === '0.0.0.0' || host === '::') {
    throw new SetUpProblem(
      `--host ${host} is no address that a browser could open.`,
      'Give the name or address by which the other machines reach this one, for example 192.168.1.7.',
    );
  }
  if (
    isIP(host) !== 0 ||
    /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i.test(host)
  ) {
    return host;
  }
  throw new SetUpProblem(`--host ${host} is neither a host name nor an address.`);
}
