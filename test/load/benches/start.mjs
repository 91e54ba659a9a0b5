import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../scripts/set-up/paths.mjs';
import { freePort } from '../../../scripts/set-up/ports.mjs';
import { median, rounded } from '../report.mjs';

export const about = 'npm start with everything installed and built, until API and media node are ready';

const goalSeconds = 15;

/**
 * The baseline is the floor under every start: the same Node starting and doing nothing.
 * @param {import('../bench.mjs').BenchOptions} options
 * @returns {Promise<import('../bench.mjs').Figure[]>}
 */
export async function run({ quick, say }) {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-bench-start-'));
  try {
    say('first start, on an empty data folder');
    const first = await startAndEnd(join(folder, 'data'));
    const runs = [];
    for (let number = 1; number <= (quick ? 1 : 3); number += 1) {
      say(`warm start ${number}`);
      runs.push(await startAndEnd(join(folder, 'data')));
    }
    const warm = median(runs.map(({ ready }) => ready));
    const bare = median([1, 2, 3].map(() => bareNode()));
    return [
      {
        name: 'warm start to ready',
        value: rounded(warm),
        unit: 's',
        goal: `<= ${goalSeconds}`,
        met: warm <= goalSeconds,
        baseline: { name: 'node -e 0', value: rounded(bare), ratio: rounded(warm / bare) },
      },
      { name: 'first start on an empty data folder', value: rounded(first.ready), unit: 's' },
      { name: 'Ctrl-C to ended', value: rounded(median(runs.map(({ ended }) => ended))), unit: 's' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} data
 * @returns {Promise<{ ready: number, ended: number }>} seconds
 */
async function startAndEnd(data) {
  const port = await threeFreePorts();
  const began = performance.now();
  const child = spawn('npm', ['start', '--', '--data', data, '--port', String(port)], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const gone = new Promise((resolve) => child.on('close', resolve));
  await new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += String(chunk);
        if (output.includes('Aigaq is ready')) resolve(undefined);
      });
    }
    child.on('error', reject);
    void gone.then(() => reject(new Error(`npm start ended:\n${output}`)));
  });
  const ready = (performance.now() - began) / 1000;
  const asked = performance.now();
  // As a terminal does: to the whole process group.
  process.kill(-(child.pid ?? 0), 'SIGINT');
  await gone;
  return { ready, ended: (performance.now() - asked) / 1000 };
}

/** A port that is free together with the two after it. */
async function threeFreePorts() {
  const { createServer } = await import('node:net');
  const isFree = (/** @type {number} */ port) =>
    new Promise((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(false));
      server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
    });
  for (;;) {
    const port = await freePort();
    if (port <= 65_533 && (await isFree(port + 1)) && (await isFree(port + 2))) return port;
  }
}

function bareNode() {
  const began = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return (performance.now() - began) / 1000;
}
