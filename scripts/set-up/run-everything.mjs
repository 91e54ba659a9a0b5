import { buildServer, buildWeb } from './build.mjs';
import { certificateFor } from './certificate.mjs';
import { openDataFolder } from './data-folder.mjs';
import { freePort, requireFreePort } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { step } from './progress.mjs';
import { startStack } from './stack.mjs';
import { mediasoupWorker } from './worker.mjs';

/**
 * Everything from installed dependencies to a running installation. What it starts it hands to `ending` at once.
 * @param {import('./options.mjs').StartOptions} options
 * @param {import('./ending.mjs').Ending} ending
 * @returns {Promise<{ url: string, died: Promise<string> }>}
 */
export async function runEverything(options, ending) {
  const data = await openDataFolder(options.data);
  ending.add(data.release);
  const ports = { port: options.port, mediaPort: options.port + 1, rtcPort: options.port + 2 };
  await requirePorts(ports, options.host);
  const workerBin = await ending.unlessSignalled(step('media worker', (note) => mediasoupWorker(note)));
  await ending.unlessSignalled(
    step('build', async (note) => {
      const done = [(await buildServer()) && 'server', (await buildWeb()) && 'browser client'].filter(Boolean);
      note(done.length > 0 ? done.join(' and ') : 'unchanged');
    }),
  );
  const database = await ending.unlessSignalled(databaseOf(data, ending));
  const tls = options.host === undefined ? undefined : await certificateFor(data.file('tls'), options.host);
  const stack = await ending.unlessSignalled(
    step('API and media node', async () =>
      startStack({
        ...ports,
        dataFolder: data.path,
        databaseUrl: database.url,
        secret: await data.secret('secret', 48),
        nodeSecret: await data.secret('node-secret', 48),
        workerBin,
        demo: options.demo,
        outside: process.env,
        logFolder: data.file('logs'),
        onStarted: (stop, kill) => ending.add(stop, kill),
        ...(options.host === undefined ? {} : { host: options.host }),
        ...(tls === undefined ? {} : { tls }),
      }),
    ),
  );
  return { url: stack.url, died: Promise.race([stack.died, database.died]) };
}

/**
 * @param {{ port: number, mediaPort: number, rtcPort: number }} ports
 * @param {string | undefined} host
 */
async function requirePorts({ port, mediaPort, rtcPort }, host) {
  const listen = host === undefined ? '127.0.0.1' : '0.0.0.0';
  const remedy = 'Use other ports with --port PORT: it, and the two after it for media.';
  await requireFreePort(listen, port, 'the address to open', remedy);
  await requireFreePort(listen, mediaPort, 'media signalling', remedy);
  await requireFreePort(listen, rtcPort, 'media', remedy);
}

/**
 * The server of DATABASE_URL, else the embedded one.
 * @param {import('./data-folder.mjs').DataFolder} data
 * @param {import('./ending.mjs').Ending} ending
 * @returns {Promise<{ url: string, died: Promise<string> }>}
 */
async function databaseOf(data, ending) {
  const given = process.env['DATABASE_URL'];
  if (given) return { url: given, died: new Promise(() => {}) };
  return step('PostgreSQL', async () => {
    const postgres = await startPostgres({
      folder: data.file('postgres'),
      password: await data.secret('postgres-password', 32),
      port: await freePort(),
    });
    ending.add(postgres.stop);
    return { url: postgres.url, died: postgres.died.then((lines) => `PostgreSQL ended:\n${lines}`) };
  });
}
