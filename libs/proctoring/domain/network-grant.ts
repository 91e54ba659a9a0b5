import type { RuleSetValues } from '@aigaq/contracts';

type Rules = Pick<RuleSetValues, 'networkGrantMaximumSeconds' | 'networkGrantMinimumSeconds'>;

/** A socket may be gone for so long before it is called a lost connection: a page that is reloaded is not one. */
export const lossAfterMilliseconds = 5000;

/** Whole seconds that a finished loss gives back, of the time that ran meanwhile and of what was given before. */
export function networkGrant(lostSeconds: number, grantedBefore: number, rules: Rules): number {
  if (lostSeconds < rules.networkGrantMinimumSeconds) return 0;
  return Math.floor(possibleGrant(lostSeconds, grantedBefore, rules));
}

/**
 * Seconds that a loss which still lasts may yet give back: so long past its end a sitting is kept open, because its
 * person may come back to time that is still owed.
 */
export function possibleGrant(lostSeconds: number, grantedBefore: number, rules: Rules): number {
  return Math.max(0, Math.min(lostSeconds, rules.networkGrantMaximumSeconds - grantedBefore));
}
