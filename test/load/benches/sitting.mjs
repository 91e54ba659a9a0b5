import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { buildServer } from '../../../scripts/set-up/build.mjs';
import { freePort } from '../../../scripts/set-up/ports.mjs';
import { startPostgres } from '../../../scripts/set-up/postgres.mjs';
import { startStack } from '../../../scripts/set-up/stack.mjs';
import { mediasoupWorker } from '../../../scripts/set-up/worker.mjs';
import { median, rounded } from '../report.mjs';
import { bareLine, candidateLine, drive, percentile } from '../sitting/drive.mjs';
import { seedSittings } from '../sitting/seed.mjs';

export const about = '200 running sittings that save an answer every 10 s: latency, losses, CPU of the API';

const sittings = 200;
const everyMs = 10_000;
const goals = { p95: 60, lost: 0, cores: 0.25 };
/** Clock ticks a second in /proc, the same on every Linux. */
const ticksPerSecond = 100;

/**
 * @typedef {{ p95: number, p50: number, lost: number, cores: number }} Outcome
 */

/**
 * The load comes from this process, the API and the baseline run in theirs; CPU is what they used. PostgreSQL flushes
 * to disk as in production.
 * @param {import('../bench.mjs').BenchOptions} options
 * @returns {Promise<import('../bench.mjs').Figure[]>}
 */
export async function run({ quick, say }) {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-bench-sitting-'));
  await buildServer();
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    password: randomBytes(12).toString('hex'),
    port: await freePort(),
  });
  try {
    const seconds = quick ? 12 : 40;
    const runs = quick ? 1 : 3;
    const ours = await measureOurs(folder, postgres.url, { seconds, runs, say });
    const bare = await measureBare(postgres.url, { seconds, runs, say });
    return figures(ours, bare);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {Outcome[]} ours
 * @param {Outcome[]} bare
 * @returns {import('../bench.mjs').Figure[]}
 */
function figures(ours, bare) {
  const middle = (/** @type {Outcome[]} */ runs, /** @type {keyof Outcome} */ key) =>
    median(runs.map((run) => run[key]));
  const name = 'socket.io with one insert';
  const against = (/** @type {keyof Outcome} */ key) => ({
    name,
    value: rounded(middle(bare, key)),
    ratio: rounded(middle(ours, key) / middle(bare, key)),
  });
  const p95 = middle(ours, 'p95');
  const cores = middle(ours, 'cores');
  const lost = ours.reduce((sum, run) => sum + run.lost, 0);
  return [
    {
      name: 'save to acknowledgement, p95',
      value: rounded(p95),
      unit: 'ms',
      goal: `<= ${goals.p95}`,
      met: p95 <= goals.p95,
      baseline: against('p95'),
    },
    { name: 'save to acknowledgement, p50', value: rounded(middle(ours, 'p50')), unit: 'ms', baseline: against('p50') },
    { name: 'answers lost', value: lost, unit: 'answers', goal: `${goals.lost}`, met: lost === goals.lost },
    {
      name: 'CPU of the API',
      value: rounded(cores),
      unit: 'cores',
      goal: `<= ${goals.cores}`,
      met: cores <= goals.cores,
      baseline: against('cores'),
    },
  ];
}

/**
 * @param {string} folder
 * @param {string} databaseUrl
 * @param {{ seconds: number, runs: number, say: (text: string) => void }} plan
 */
async function measureOurs(folder, databaseUrl, { seconds, runs, say }) {
  const stack = await startStack({
    dataFolder: folder,
    databaseUrl,
    secret: randomBytes(32).toString('hex'),
    nodeSecret: randomBytes(32).toString('hex'),
    workerBin: await mediasoupWorker(() => undefined),
    port: await freePort(),
    mediaPort: await freePort(),
    rtcPort: await freePort(),
    demo: false,
    logLevel: 'warn',
    logFolder: join(folder, 'logs'),
    extra: { WORKERS: '1' },
  });
  try {
    const outcomes = [];
    const candidates = await seedSittings(databaseUrl, sittings);
    for (let number = 1; number <= runs; number += 1) {
      say(`${sittings} sittings for ${seconds} s, run ${number}`);
      // Another device each time, so that numbers begin anew.
      const devices = candidates.map((candidate) => ({ ...candidate, deviceId: randomUUID() }));
      const lines = devices.map((candidate) => candidateLine(stack.url, candidate));
      const pid = stack.processes.api.pid;
      outcomes.push(await measure(lines, pid, seconds, () => countOurs(databaseUrl, devices)));
      await releaseDevices(databaseUrl);
    }
    return outcomes;
  } finally {
    await stack.stop();
  }
}

/**
 * @param {string} databaseUrl
 * @param {{ seconds: number, runs: number, say: (text: string) => void }} plan
 */
async function measureBare(databaseUrl, { seconds, runs, say }) {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port) };
  const server = fork(join(import.meta.dirname, '..', 'sitting', 'bare-server.mjs'), { env });
  await new Promise((resolve, reject) => {
    server.once('message', resolve);
    server.once('exit', reject);
  });
  try {
    const outcomes = [];
    for (let number = 1; number <= runs; number += 1) {
      say(`the same load on the baseline, run ${number}`);
      const lines = Array.from({ length: sittings }, () => bareLine(`http://127.0.0.1:${port}`, randomUUID()));
      outcomes.push(await measure(lines, Number(server.pid), seconds, () => Promise.resolve(NaN)));
    }
    return outcomes;
  } finally {
    server.disconnect();
  }
}

/**
 * @param {import('../sitting/drive.mjs').Line[]} lines
 * @param {number} pid
 * @param {number} seconds
 * @param {() => Promise<number>} kept how many answers the database has; NaN: take the acknowledgements' word
 * @returns {Promise<Outcome>}
 */
async function measure(lines, pid, seconds, kept) {
  try {
    await Promise.all(lines.map((line) => line.open()));
    const began = { cpu: cpuSeconds(pid), at: performance.now() };
    const { sent, taken, latencies } = await drive(lines, { everyMs, seconds });
    const elapsed = (performance.now() - began.at) / 1000;
    const cores = (cpuSeconds(pid) - began.cpu) / elapsed;
    const stored = await kept();
    const lost = sent - (Number.isNaN(stored) ? taken : Math.min(stored, taken));
    return { p95: percentile(latencies, 0.95), p50: percentile(latencies, 0.5), lost, cores };
  } finally {
    for (const line of lines) line.close();
  }
}

/**
 * @param {number} pid
 * @returns {number} CPU seconds that the process has used so far
 */
function cpuSeconds(pid) {
  // Fields 14 and 15 of the line, counted behind the command's name, which may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/**
 * @param {string} databaseUrl
 * @param {import('../sitting/seed.mjs').Candidate[]} devices
 */
async function countOurs(databaseUrl, devices) {
  const ids = devices.map(({ deviceId }) => deviceId);
  const rows = await query(databaseUrl, 'select count(*)::int as kept from answer_version where device_id = any($1)', [
    ids,
  ]);
  return Number(rows[0]?.kept);
}

/** @param {string} databaseUrl */
async function releaseDevices(databaseUrl) {
  await query(databaseUrl, 'update sitting set device_id = null', []);
}

/**
 * @param {string} databaseUrl
 * @param {string} sql
 * @param {unknown[]} values
 */
async function query(databaseUrl, sql, values) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}
