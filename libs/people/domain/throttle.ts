/** Wrong guesses in a row from one side, as far as they are remembered. */
export interface Guesses {
  readonly count: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
}

export interface ThrottleRule {
  /** So many guesses in a row cost nothing. */
  readonly free: number;
  /** Seconds to wait after the first guess above that; each further one doubles it. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** Seconds without a guess after which all is forgotten. */
  readonly forget: number;
}

/**
 * Delays grow and stay short: against a password of twelve characters a guess a minute gets nowhere,
 * and a neighbour behind the same address who guesses wrongly on purpose keeps nobody out for long.
 */
export const strangerRule: ThrottleRule = { free: 5, firstWait: 5, longestWait: 60, forget: 3600 };
/** All strangers together on one account: what many addresses at once may try. */
export const allStrangersRule: ThrottleRule = { free: 100, firstWait: 5, longestWait: 60, forget: 3600 };
/** A browser in which the owner signed in before has a count of its own that no stranger touches. */
export const knownDeviceRule: ThrottleRule = { free: 10, firstWait: 5, longestWait: 60, forget: 3600 };
/** Six digits are soon guessed: whoever has the password already gets few tries for the code. */
export const secondFactorRule: ThrottleRule = { free: 5, firstWait: 30, longestWait: 900, forget: 24 * 3600 };
/** The current password, asked again of somebody who is signed in. */
export const passwordAgainRule: ThrottleRule = { free: 5, firstWait: 10, longestWait: 300, forget: 3600 };

/** Seconds until the next guess is heard; 0 when it is heard now. */
export function waitSeconds(guesses: Guesses | undefined, rule: ThrottleRule, now: number): number {
  if (!guesses || isForgotten(guesses, rule, now) || guesses.count < rule.free) return 0;
  const doublings = Math.min(guesses.count - rule.free, 30);
  const wait = Math.min(rule.firstWait * 2 ** doublings, rule.longestWait);
  return Math.max(0, Math.ceil(wait - (now - guesses.lastAt) / 1000));
}

/** The count with one more guess, taken before it is known whether the guess is right, so that many at once do not slip through. */
export function withGuess(guesses: Guesses | undefined, rule: ThrottleRule, now: number): Guesses {
  const before = guesses && !isForgotten(guesses, rule, now) ? guesses.count : 0;
  return { count: before + 1, lastAt: now };
}

export function isForgotten(guesses: Guesses, rule: ThrottleRule, now: number): boolean {
  return now - guesses.lastAt >= rule.forget * 1000;
}
