/** A session that was not used for so long has ended. */
export const idleMilliseconds = 12 * 3600 * 1000;
/** However busy, a session ends so long after it began. */
export const sessionMilliseconds = 7 * 24 * 3600 * 1000;
/** Between the password and the second factor. */
export const halfSessionMilliseconds = 10 * 60 * 1000;
/** How often the time of the last use is written down. */
export const seenGranularityMilliseconds = 60 * 1000;

export interface SessionTimes {
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

export function isOver(session: SessionTimes, now: Date): boolean {
  return session.expiresAt <= now || now.getTime() - session.lastSeenAt.getTime() > idleMilliseconds;
}

export function needsTouch(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= seenGranularityMilliseconds;
}
