import { clockText } from '../shared';

/** "−01:12" before the start of the sitting, "12:09" after it; from milliseconds. */
export function signedClock(milliseconds: number): string {
  const seconds = Math.abs(milliseconds) / 1000;
  return milliseconds <= -1000 ? `−${clockText(seconds)}` : clockText(milliseconds / 1000);
}
