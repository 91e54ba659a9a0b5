/** More than this between our time and the machine's is a clock that was set, or a machine that slept. */
const setMilliseconds = 1000;
let offset = performance.timeOrigin;

/** The server's time in milliseconds since 1970, with fractions, that never runs backwards while anything is recorded. */
export function steadyNow(): number {
  return offset + performance.now();
}

/**
 * Takes up that the machine's clock was set or that the machine slept: forwards at once, backwards only when nobody
 * counts on time going on.
 */
export function followClock(idle: boolean, machine: number = Date.now()): void {
  const ahead = machine - steadyNow();
  if (ahead > setMilliseconds || (idle && ahead < -setMilliseconds)) offset += ahead;
}

export function isoOf(milliseconds: number): string {
  return new Date(Math.round(milliseconds)).toISOString();
}
