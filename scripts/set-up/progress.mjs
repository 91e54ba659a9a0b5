/**
 * Runs one step and says so: `✓ dependencies (2.1 s)`; on a terminal the line shows from the start. A step that found
 * nothing to do answers a note, which stands in the place of the time.
 * @template T
 * @param {string} label
 * @param {(note: (text: string) => void) => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const out = process.stdout;
  const started = performance.now();
  /** @type {string[]} */
  const notes = [];
  const live = out.isTTY === true;
  const timer = live
    ? setInterval(() => out.write(`\r… ${label} (${Math.round((performance.now() - started) / 1000)} s)`), 1000)
    : undefined;
  if (live) out.write(`… ${label}`);
  const end = (/** @type {string} */ mark) => {
    clearInterval(timer);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const remark = [...notes, `${seconds} s`].join(', ');
    out.write(`${live ? '\r\x1b[K' : ''}${mark} ${label} (${remark})\n`);
  };
  try {
    const value = await work((text) => notes.push(text));
    end('✓');
    return value;
  } catch (error) {
    end('✗');
    throw error;
  }
}
