import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environmentOf } from './environment.mjs';
import { root } from './paths.mjs';
import { startProcess, untilHealthy } from './processes.mjs';

const program = (/** @type {string} */ app) => join(root, 'dist', 'apps', app, 'src', 'main.js');

/**
 * @typedef {object} RunningStack
 * @property {string} url to open in a browser
 * @property {string} mediaUrl of the media node's signalling
 * @property {{ api: import('./processes.mjs').RunningProcess, media: import('./processes.mjs').RunningProcess }} processes
 * @property {Promise<string>} died answers what happened when one of the processes ends without being asked to
 * @property {() => Promise<void>} stop
 * @property {() => void} kill
 */

/**
 * Starts API and media node as real processes and waits until both are ready. When one is not, both are ended.
 * @param {import('./environment.mjs').Stack & { logFolder: string, limitMs?: number, extra?: Record<string, string>,
 *   onStarted?: (stop: () => Promise<void>, kill: () => void) => void }} options `onStarted` hears at once how to end
 *   the processes, before they are ready; `extra` is added to both environments
 * @returns {Promise<RunningStack>}
 */
export async function startStack({ logFolder, limitMs = 90_000, extra = {}, onStarted, ...stack }) {
  const environment = environmentOf(stack);
  const start = (/** @type {'api' | 'media'} */ app, /** @type {string} */ name) =>
    startProcess({
      name,
      program: program(app),
      env: { ...environment[app], ...extra },
      logFile: join(logFolder, `${app}.log`),
    });
  const api = start('api', 'API');
  const media = start('media', 'media node');
  const both = [api, media];
  const stop = async () => {
    await Promise.all(both.map((running) => running.stop()));
  };
  const kill = () => both.forEach((running) => running.kill());
  onStarted?.(stop, kill);
  const ca = stack.tls === undefined ? undefined : readFileSync(stack.tls.certFile, 'utf8');
  try {
    await Promise.all([
      untilHealthy(api, `${environment.internalUrl}/health/ready`, { ca, limitMs }),
      untilHealthy(media, `${environment.internalMediaUrl}/health/ready`, { ca, limitMs }),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  const died = Promise.race(
    both.map((running) =>
      running.died.then((how) => `The ${running.name} ${how}\n  Its whole log: ${running.logFile}`),
    ),
  );
  return { url: environment.url, mediaUrl: environment.mediaUrl, processes: { api, media }, died, stop, kill };
}
