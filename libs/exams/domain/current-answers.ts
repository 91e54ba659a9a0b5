import type { Response } from '@aigaq/contracts';

/** One saved version of an answer. */
export interface AnswerVersion {
  readonly itemId: string;
  readonly response: Response;
  readonly flagged: boolean;
  readonly answeredAt: Date;
  readonly receivedAt: Date;
  /** Came after the end of the time: kept, but does not count by itself. */
  readonly late: boolean;
  readonly deviceId: string;
  readonly sequence: number;
}

/** For each item the answer that counts: the one that was given last, of those that came in time. */
export function currentAnswers(versions: readonly AnswerVersion[]): Map<string, AnswerVersion> {
  const current = new Map<string, AnswerVersion>();
  for (const version of versions) {
    const known = current.get(version.itemId);
    if (!version.late && (!known || isNewer(version, known))) current.set(version.itemId, version);
  }
  return current;
}

/** Whether `one` was given after `other`; of one moment, what came in later. The order is total. */
export function isNewer(one: AnswerVersion, other: AnswerVersion): boolean {
  return byAge(one, other) > 0;
}

/** Orders versions by age, the oldest first. */
export function byAge(one: AnswerVersion, other: AnswerVersion): number {
  return (
    one.answeredAt.getTime() - other.answeredAt.getTime() ||
    one.receivedAt.getTime() - other.receivedAt.getTime() ||
    one.sequence - other.sequence ||
    (one.deviceId < other.deviceId ? -1 : one.deviceId > other.deviceId ? 1 : 0)
  );
}
