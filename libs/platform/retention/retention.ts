import type { Database } from '../database/database';
import type { ObjectStore } from '../store/object-store';
import type { RetentionTerms } from './retention-settings';

/** What a run of retention works with. */
export interface RetentionWork {
  readonly database: Database;
  readonly store: ObjectStore;
  readonly terms: RetentionTerms;
  readonly now: Date;
}

/** So many of each thing, such as `{ segments: 1080, bytes: 731204 }`. */
export type RetentionCounts = Readonly<Record<string, number>>;

/**
 * One kind of data that is not kept for ever. Each library declares its own in a list; `oversight` runs them all.
 * `docs/retention.md` has a line for each.
 */
export interface RetentionClass {
  /** `library.what`. */
  readonly name: string;
  /** What is due now; deletes nothing. */
  due(work: RetentionWork): Promise<RetentionCounts>;
  /**
   * Deletes one bounded batch of what is due and writes the journal lines about it in the same transaction. Answers what
   * it deleted: nothing when nothing is due any more. May be broken off at any point and run again.
   */
  deleteBatch(work: RetentionWork): Promise<RetentionCounts>;
}

const dayMilliseconds = 24 * 3600 * 1000;

/** The moment so many days before; a day of retention has 24 hours, whatever clocks on walls do. */
export function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * dayMilliseconds);
}

export function sumOfCounts(one: RetentionCounts, other: RetentionCounts): RetentionCounts {
  const sum: Record<string, number> = { ...one };
  for (const [thing, count] of Object.entries(other)) sum[thing] = (sum[thing] ?? 0) + count;
  return sum;
}

/** Whether anything at all was counted. */
export function isSome(counts: RetentionCounts): boolean {
  return Object.values(counts).some((count) => count > 0);
}
