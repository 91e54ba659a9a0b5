import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';

/**
 * One candidate's line: how a save is sent, and what its acknowledgement says.
 * @typedef {object} Line
 * @property {() => Promise<void>} open
 * @property {(sequence: number) => Promise<boolean>} save answers whether it was taken
 * @property {() => void} close
 */

const answerMilliseconds = 30_000;

/**
 * A candidate of the real service, saving essays.
 * @param {string} url
 * @param {import('./seed.mjs').Candidate} candidate
 * @returns {Line}
 */
export function candidateLine(url, { cookie, sittingId, deviceId, itemIds }) {
  const socket = connect(`${url}/sitting`, { cookie, origin: url });
  return {
    open: async () => {
      await connected(socket);
      const joined = await ask(socket, 'join', { sittingId, deviceId, takeOver: false });
      if (joined.ok !== true) throw new Error(`A candidate could not join: ${JSON.stringify(joined)}`);
    },
    save: async (sequence) => {
      const itemId = itemIds[sequence % itemIds.length];
      const response = { type: 'extended_text', text: `Answer ${sequence}. `.repeat(40) };
      const at = new Date().toISOString();
      const entry = { kind: 'answer', sequence, at, itemId, response, flagged: false };
      const taken = await ask(socket, 'report', { deviceId, entries: [entry] });
      return taken.ok === true && taken.value.acceptedThrough >= sequence;
    },
    close: () => socket.disconnect(),
  };
}

/**
 * The same load on the baseline.
 * @param {string} url
 * @param {string} who
 * @returns {Line}
 */
export function bareLine(url, who) {
  const socket = connect(url, {});
  return {
    open: () => connected(socket),
    save: async (sequence) => {
      const text = `Answer ${sequence}. `.repeat(40);
      return (await ask(socket, 'save', { who, sequence, text })).ok === true;
    },
    close: () => socket.disconnect(),
  };
}

/**
 * Each line saves every `everyMs`, evenly staggered, for `seconds`.
 * @param {Line[]} lines
 * @param {{ everyMs: number, seconds: number }} plan
 * @returns {Promise<{ sent: number, taken: number, latencies: number[] }>} latencies in milliseconds
 */
export async function drive(lines, { everyMs, seconds }) {
  /** @type {number[]} */
  const latencies = [];
  let sent = 0;
  let taken = 0;
  const until = performance.now() + seconds * 1000;
  const one = async (/** @type {Line} */ line, /** @type {number} */ index) => {
    let due = performance.now() + (index / lines.length) * everyMs;
    for (let sequence = 1; due < until; sequence += 1, due += everyMs) {
      await wait(Math.max(0, due - performance.now()));
      sent += 1;
      const began = performance.now();
      if (await line.save(sequence)) taken += 1;
      latencies.push(performance.now() - began);
    }
  };
  await Promise.all(lines.map(one));
  return { sent, taken, latencies };
}

/**
 * @param {number[]} values
 * @param {number} share 0 to 1
 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/**
 * @param {string} url
 * @param {Record<string, string>} extraHeaders
 */
function connect(url, extraHeaders) {
  return io(url, { transports: ['websocket'], forceNew: true, reconnection: false, extraHeaders });
}

/**
 * @param {import('socket.io-client').Socket} socket
 * @returns {Promise<void>}
 */
function connected(socket) {
  if (socket.connected) return Promise.resolve();
  return new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
}

/**
 * @param {import('socket.io-client').Socket} socket
 * @param {string} command
 * @param {unknown} input
 */
async function ask(socket, command, input) {
  try {
    return await socket.timeout(answerMilliseconds).emitWithAck(command, input);
  } catch {
    return { ok: false };
  }
}
