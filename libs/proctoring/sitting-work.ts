import type { ReportEntry, SittingState } from '@aigaq/contracts';
import type { Transaction } from '@aigaq/platform';

/** Token of the port through which a room hands over what the person works on; bound by the application. */
export const SITTING_WORK = Symbol('SITTING_WORK');

export type AnswerEntry = Extract<ReportEntry, { kind: 'answer' }>;

/** What the other side may know of the sitting; the row is locked while `take` runs. */
export interface SittingAtWork {
  readonly id: string;
  readonly institutionId: string;
  readonly eventId: string;
  readonly accountId: string;
  readonly state: SittingState;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  /** When they were received. */
  readonly now: Date;
  /** Sequence numbers of those entries that came after the end of the time: to be kept, marked late. */
  readonly late: ReadonlySet<number>;
}

/**
 * What is done in the room: an exam's answers, for example. Proctoring carries it and does not look inside.
 * Each entry is handed over once, in the transaction that takes its number.
 */
export interface SittingWork {
  /** Keeps the entries; answers the numbers of those that it marked late, at least `sitting.late`. */
  take(
    tx: Transaction,
    sitting: SittingAtWork,
    deviceId: string,
    entries: readonly AnswerEntry[],
  ): Promise<{ readonly late: readonly number[] }>;
  /** How many items a person of this event gets; shown before the start. */
  countItems(eventId: string): Promise<number>;
  /** The number of the receipt once the work was handed in. */
  receiptNumber(sittingId: string): Promise<string | null>;
}
