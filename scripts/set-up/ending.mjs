import { SetUpProblem } from './problem.mjs';

/**
 * Ends what was started, the last first. The first signal asks everything to end; one that comes a second later or more
 * kills. (npm hands a terminal's Ctrl-C on a second time within milliseconds; that is not a person insisting.)
 */
export class Ending {
  /** @type {{ stop: () => Promise<void> | void, kill?: (() => void) | undefined }[]} */
  #parts = [];
  /** @type {Promise<void> | undefined} */
  #ended;
  /** @type {number | undefined} */
  #askedAt;
  /** @type {(signal: string) => void} */
  #onSignal = () => {};

  /** @type {Promise<string>} answers the first signal */
  signalled = new Promise((resolve) => {
    this.#onSignal = resolve;
  });

  constructor() {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => this.#hear(signal));
    }
  }

  /**
   * @param {() => Promise<void> | void} stop
   * @param {() => void} [kill]
   */
  add(stop, kill) {
    this.#parts.push({ stop, kill });
  }

  /** @returns {Promise<void>} */
  end() {
    this.#ended ??= this.#endAll();
    return this.#ended;
  }

  /**
   * Runs a piece of the set-up, unless and until a signal came.
   * @template T
   * @param {Promise<T>} work
   * @returns {Promise<T>}
   */
  unlessSignalled(work) {
    const stopped = this.signalled.then((signal) => {
      throw new SetUpProblem(`Stopped by ${signal} before it was ready.`);
    });
    return Promise.race([work, stopped]);
  }

  async #endAll() {
    for (const part of this.#parts.reverse()) await part.stop();
  }

  /** @param {string} signal */
  #hear(signal) {
    const now = performance.now();
    if (this.#askedAt === undefined) {
      this.#askedAt = now;
      this.#onSignal(signal);
    } else if (now - this.#askedAt > 1000) {
      process.stderr.write('\nKilled.\n');
      for (const part of this.#parts) part.kill?.();
      process.exit(130);
    }
  }
}
