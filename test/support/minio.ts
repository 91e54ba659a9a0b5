import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findMinio } from '../../scripts/set-up/minio.mjs';
import { freePort } from '../../scripts/set-up/ports.mjs';

export interface MinioServer {
  /** For example `http://127.0.0.1:40123`. */
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
  stop(): Promise<void>;
}

/** Like `describe`, but skips where no MinIO can be had: a machine without Go. */
export const describeWithMinio = process.env['MINIO_BIN'] ? describe : describe.skip;

/**
 * Starts a real MinIO server on an empty folder.
 * @throws Error when there is no MinIO; `npm test` gets one where it can
 */
export async function startMinio(): Promise<MinioServer> {
  const program = await findMinio();
  if (program === undefined) throw new Error('There is no MinIO: put one on the search path or name it in MINIO_BIN.');
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-minio-'));
  const [port, consolePort] = [await freePort(), await freePort()];
  const [accessKey, secretKey] = ['aigaq-test', 'aigaq-test-secret'];
  const server = spawn(
    program,
    ['server', folder, '--address', `127.0.0.1:${port}`, '--console-address', `127.0.0.1:${consolePort}`, '--quiet'],
    {
      env: { ...process.env, MINIO_ROOT_USER: accessKey, MINIO_ROOT_PASSWORD: secretKey, MINIO_UPDATE: 'off' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
  const gone = new Promise<void>((resolve) => server.on('close', () => resolve()));
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    server.kill('SIGKILL');
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  while (!(await isLive(endpoint))) {
    if (server.exitCode !== null) throw new Error(`MinIO does not start:\n${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { endpoint, accessKey, secretKey, stop };
}

async function isLive(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/minio/health/live`)).ok;
  } catch {
    return false;
  }
}
