/** Milliseconds of the Unix epoch; never jumps while the page lives, whatever happens to the machine's clock. */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now();
}

/** How often a detector looks again at what no event told it. A hidden page is called once a second at most anyhow. */
export const tickMs = 1000;
