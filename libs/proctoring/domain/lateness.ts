import type { ConnectionState } from '@aigaq/contracts';

/** What was on its way when the time ran out is still in time. */
export const graceMilliseconds = 3000;
/** Whoever was away at the end delivers what was kept meanwhile within this after coming back. */
const deliveryMilliseconds = 60_000;

export interface TimeOfSitting {
  /** Null while paused. */
  readonly endsAt: Date | null;
  readonly endedAt: Date | null;
  readonly connection: ConnectionState;
  readonly connectionSince: Date | null;
}

/**
 * Whether an entry is outside of the time: made after the end by the browser's own word, or received after it although
 * the line was there. What somebody made in time and could not send is in time, because the network is never at fault.
 * An entry that is late is kept all the same, and people see when it was made and when it came.
 */
export function isLate(at: Date, receivedAt: Date, sitting: TimeOfSitting): boolean {
  const end = sitting.endedAt ?? sitting.endsAt;
  if (end === null) return false;
  if (at > end) return true;
  return receivedAt.getTime() > end.getTime() + graceMilliseconds && !couldNotSend(end, receivedAt, sitting);
}

function couldNotSend(end: Date, receivedAt: Date, { connection, connectionSince }: TimeOfSitting): boolean {
  if (connectionSince === null) return false;
  if (connection === 'lost') return connectionSince <= end;
  return connectionSince > end && receivedAt.getTime() <= connectionSince.getTime() + deliveryMilliseconds;
}
