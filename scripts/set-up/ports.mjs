import { createServer } from 'node:net';
import { SetUpProblem } from './problem.mjs';

/**
 * A TCP port that nobody listens on at this moment.
 * @param {string} [host]
 * @returns {Promise<number>}
 */
export function freePort(host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host, port: 0, exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * @param {string} host
 * @param {number} port
 * @param {string} use what the port is wanted for
 * @param {string} remedy
 * @throws {SetUpProblem} when the port is taken or may not be opened
 */
export async function requireFreePort(host, port, use, remedy) {
  const fault = await new Promise((resolve) => {
    const server = createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
  if (fault === undefined) return;
  const why =
    fault === 'EADDRINUSE'
      ? 'is in use by another program'
      : fault === 'EACCES'
        ? 'may only be opened by root'
        : fault === 'EADDRNOTAVAIL'
          ? `cannot be opened, because this machine has no address ${host}`
          : `cannot be opened (${fault})`;
  throw new SetUpProblem(`Port ${port} (${use}) ${why}.`, remedy);
}
