/** The server's time in milliseconds since 1970, with fractions, that never runs backwards when the clock is set. */
export function steadyNow(): number {
  return performance.timeOrigin + performance.now();
}

export function isoOf(milliseconds: number): string {
  return new Date(Math.round(milliseconds)).toISOString();
}
