/**
 * What the schedule asks of those who stand on it; bound by the application, so that the schedule knows neither forms
 * nor sittings.
 */
export const EVENT_FORM = Symbol('EVENT_FORM');
export interface EventForm {
  /** Number of items in the event's form; null when there is no form. */
  countItems(eventId: string): Promise<number | null>;
}

export const EVENT_BUSY = Symbol('EVENT_BUSY');
export interface EventBusy {
  /** Accounts of the event's candidates whose sitting runs now (live or interrupted). */
  runningCandidates(eventId: string): Promise<readonly string[]>;
  /** Whether this candidate's sitting has ever begun: what was sat is evidence and stays. */
  hasBegun(eventId: string, accountId: string): Promise<boolean>;
}
