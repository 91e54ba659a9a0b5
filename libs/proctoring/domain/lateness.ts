/** What was on its way when the time ran out is still in time. */
export const graceMilliseconds = 3000;

export interface TimeOfSitting {
  /** Null while paused. */
  readonly endsAt: Date | null;
  readonly endedAt: Date | null;
}

/**
 * Whether something came after the end of the time: received when the sitting was over, received after the grace, or
 * made after the end by the browser's own word. It is kept all the same, and people see both times.
 */
export function isLate(at: Date, receivedAt: Date, sitting: TimeOfSitting): boolean {
  if (sitting.endedAt !== null) return true;
  if (sitting.endsAt === null) return false;
  return at > sitting.endsAt || receivedAt.getTime() > sitting.endsAt.getTime() + graceMilliseconds;
}
