import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { tail } from './command.mjs';
import { pinnedNode, root } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';

/**
 * @typedef {object} RunningProcess
 * @property {string} name
 * @property {number} pid
 * @property {string} logFile
 * @property {Promise<string>} died answers how it ended and its last log lines, when it ends without being asked to
 * @property {(graceMs?: number) => Promise<void>} stop asks it to end, and kills it when it takes longer than the grace
 * @property {() => void} kill ends it at once
 * @property {() => boolean} isGone
 */

const endWithParent = pathToFileURL(join(root, 'scripts', 'set-up', 'end-with-parent.mjs')).href;

/**
 * Starts one of our programs in a process group of its own: Ctrl-C in a terminal reaches only the start, which then
 * ends everything in the right order.
 * @param {{ name: string, program: string, env: Record<string, string>, logFile: string }} options
 * @returns {RunningProcess}
 */
export function startProcess({ name, program, env, logFile }) {
  mkdirSync(dirname(logFile), { recursive: true });
  rotate(logFile);
  const log = createWriteStream(logFile, { flags: 'a' });
  const child = spawn(pinnedNode, ['--enable-source-maps', '--import', endWithParent, program], {
    cwd: root,
    detached: true,
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let recent = '';
  let asked = false;
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      log.write(chunk);
      recent = (recent + String(chunk)).slice(-16_384);
    });
  }
  /** @type {Promise<void>} */
  const gone = new Promise((resolve) => child.on('close', () => log.end(() => resolve())));
  /** @type {Promise<string>} */
  const died = new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', (code, signal) => {
      if (!asked) resolve(`ended with ${signal ?? `status ${code}`}\n${readable(tail(recent, 30))}`);
    });
  });
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const kill = () => {
    asked = true;
    if (!isGone()) child.kill('SIGKILL');
  };
  const stop = async (graceMs = 15_000) => {
    asked = true;
    if (isGone()) return gone;
    child.kill('SIGTERM');
    const force = setTimeout(kill, graceMs);
    await gone;
    clearTimeout(force);
  };
  return { name, pid: child.pid ?? 0, logFile, died, stop, kill, isGone };
}

/** The caller's environment without settings of ours: a program refuses those that are meant for another one. */
function inherited() {
  const ours = /^(S3|SMTP|MEDIA|RTC|TLS)_|^(DATABASE_URL|STORE|STORE_DIR|HOST|PORT|PUBLIC_URL|INIT_CWD)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

/**
 * Log lines for people: of a line of JSON what it says and why, at most two lines' length each.
 * @param {string} lines
 */
export function readable(lines) {
  const say = (/** @type {string} */ line) => {
    try {
      const { msg, err } = JSON.parse(line);
      return [msg, err?.message].filter(Boolean).join(' ');
    } catch {
      return line;
    }
  };
  return lines
    .split('\n')
    .map(
      (line) =>
        `  ${say(line)
          .replace(/\s*\n\s*/g, ' ')
          .slice(0, 400)}`,
    )
    .join('\n');
}

const rotateBytes = 10 * 1024 ** 2;

/** One older log is kept. @param {string} file */
function rotate(file) {
  if (existsSync(file) && statSync(file).size > rotateBytes) renameSync(file, `${file}.1`);
}

/**
 * Waits until a process says that it is ready.
 * @param {RunningProcess} running
 * @param {string} url
 * @param {{ ca?: string | undefined, limitMs?: number }} [options]
 * @throws {SetUpProblem} when the process ends first or is not ready in time
 */
export async function untilHealthy(running, url, { ca, limitMs = 90_000 } = {}) {
  /** @type {string | undefined} */
  let fate;
  void running.died.then((text) => {
    fate = text;
  });
  let answer = 'no answer';
  for (const end = performance.now() + limitMs; performance.now() < end;) {
    answer = await ask(url, ca);
    if (answer === '200') return;
    if (fate !== undefined) throw new SetUpProblem(`The ${running.name} ${fate}`, `Its whole log: ${running.logFile}`);
    if (running.isGone()) throw new SetUpProblem(`The ${running.name} was ended before it was ready.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new SetUpProblem(
    `The ${running.name} is not ready after ${limitMs / 1000} s (${url}: ${answer}).`,
    `Its log: ${running.logFile}`,
  );
}

/**
 * @param {string} url
 * @param {string | undefined} ca
 * @returns {Promise<string>} the HTTP status, or why there is none
 */
function ask(url, ca) {
  return new Promise((resolve) => {
    const options = { timeout: 2000, agent: false, ...(ca === undefined ? {} : { ca, servername: 'localhost' }) };
    const request = (url.startsWith('https:') ? requestHttps : requestHttp)(url, options, (response) => {
      response.resume();
      resolve(String(response.statusCode));
    });
    request.on('timeout', () => request.destroy(new Error('timed out')));
    request.on('error', (error) => resolve(error.message));
    request.end();
  });
}
