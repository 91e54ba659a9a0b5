import type { AnswerEntry, SittingAtWork, SittingWork } from '@aigaq/proctoring';
import { isResponseTo } from '@aigaq/items';
import { Database, type Transaction } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { isHandedIn } from './domain/attempt-lifecycle';
import { Forms } from './forms';
import { openAttempt } from './open-attempt';
import { AnswerVersionEntity } from './persistence/answer-version.entity';
import { holdAttempt, readGrades } from './persistence/attempt-queries';
import { AttemptEntity } from './persistence/attempt.entity';
import { SettleAttempt } from './settle-attempt';

interface Sorted {
  readonly kept: readonly AnswerEntry[];
  /** Answers to nothing that this form asks; the report itself stays as evidence. */
  readonly strange: readonly AnswerEntry[];
}

/** What an exam does in a room: keeps every version of every answer. */
@Injectable()
export class ExamWork implements SittingWork {
  constructor(
    private readonly database: Database,
    private readonly forms: Forms,
    private readonly settle: SettleAttempt,
  ) {}

  /**
   * Keeps the answers in the transaction that takes their numbers. What comes after the work was handed in, or after a
   * person has marked the item, is kept as late: it never changes a mark behind anybody's back. What was answered in
   * time and only arrives after the time ran out counts, and is marked anew.
   */
  async take(
    tx: Transaction,
    sitting: SittingAtWork,
    deviceId: string,
    entries: readonly AnswerEntry[],
  ): Promise<{ late: number[] }> {
    const attempt = await holdAttempt(tx.manager, sitting);
    if (sitting.startedAt) await openAttempt(tx, attempt, sitting.startedAt);
    const { kept, strange } = await this.sort(sitting.eventId, entries);
    const settled = await settledItems(tx, attempt);
    const late = (entry: AnswerEntry): boolean => sitting.late.has(entry.sequence) || settled(entry.itemId);
    if (kept.length > 0) await insert(tx, sitting, deviceId, kept, late);
    if (strange.length > 0) await noteStrange(tx, sitting, deviceId, strange);
    const counts = kept.some((entry) => !late(entry));
    if (counts && isHandedIn(attempt.state)) await this.settle.takeIn(tx, attempt);
    const numbers = entries.filter(
      (entry) => sitting.late.has(entry.sequence) || (kept.includes(entry) && late(entry)),
    );
    return { late: numbers.map((entry) => entry.sequence) };
  }

  async countItems(eventId: string): Promise<number> {
    return (await this.forms.itemsOf(eventId)).length;
  }

  async receiptNumber(sittingId: string): Promise<string | null> {
    const attempt = await this.database.manager.findOneBy(AttemptEntity, { sittingId });
    return attempt?.receipt?.number ?? null;
  }

  private async sort(eventId: string, entries: readonly AnswerEntry[]): Promise<Sorted> {
    const items = new Map((await this.forms.itemsOf(eventId)).map(({ id, item }) => [id, item]));
    const fits = (entry: AnswerEntry): boolean => {
      const item = items.get(entry.itemId);
      return item !== undefined && isResponseTo(item, entry.response);
    };
    return { kept: entries.filter(fits), strange: entries.filter((entry) => !fits(entry)) };
  }
}

/** Which items take no more answers, because the work was handed in or somebody marked them. */
async function settledItems(tx: Transaction, attempt: AttemptEntity): Promise<(itemId: string) => boolean> {
  if (!isHandedIn(attempt.state)) return () => false;
  if (attempt.state === 'final' || attempt.receipt?.how === 'submitted') return () => true;
  const grades = await readGrades(tx.manager, attempt.sittingId);
  return (itemId) => (grades.get(itemId)?.by ?? null) !== null;
}

async function insert(
  tx: Transaction,
  sitting: SittingAtWork,
  deviceId: string,
  entries: readonly AnswerEntry[],
  late: (entry: AnswerEntry) => boolean,
): Promise<void> {
  const lines = entries.map((entry) => ({
    sittingId: sitting.id,
    deviceId,
    sequence: entry.sequence,
    itemId: entry.itemId,
    response: entry.response,
    flagged: entry.flagged,
    answeredAt: new Date(entry.at),
    receivedAt: sitting.now,
    late: late(entry),
  }));
  await tx.manager.createQueryBuilder().insert().into(AnswerVersionEntity).values(lines).orIgnore().execute();
}

function noteStrange(
  tx: Transaction,
  sitting: SittingAtWork,
  deviceId: string,
  entries: readonly AnswerEntry[],
): Promise<void> {
  return tx.journal({
    institutionId: sitting.institutionId,
    actorId: sitting.accountId,
    action: 'attempt.answer_refused',
    subjectType: 'sitting',
    subjectId: sitting.id,
    data: { deviceId, sequences: entries.map((entry) => entry.sequence) },
  });
}
