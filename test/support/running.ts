import type { RunningPostgres } from '../../scripts/set-up/postgres.mjs';

interface Running {
  readonly folder: string;
  readonly postgres: RunningPostgres;
}

const key = Symbol.for('aigaq.test.running');
const holder = globalThis as unknown as Record<symbol, Running | undefined>;

/** Jest loads set-up and teardown as separate modules of one process; what they share stands on the global object. */
export function setRunning(running: Running): void {
  holder[key] = running;
}

export function takeRunning(): Running | undefined {
  const running = holder[key];
  holder[key] = undefined;
  return running;
}
