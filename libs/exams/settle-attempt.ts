import type { Receipt } from '@aigaq/contracts';
import { type Clock, newId } from '@aigaq/kernel';
import { CLOCK, type Transaction } from '@aigaq/platform';
import { ReadSittings } from '@aigaq/proctoring';
import { FindEvent } from '@aigaq/schedule';
import { Inject, Injectable } from '@nestjs/common';

import type { AnswerVersion } from './domain/current-answers';
import { automaticGrades, type FormItem, totalPoints } from './domain/grade-book';
import { makeReceipt } from './domain/receipt';
import { resultOf } from './domain/result';
import { Forms } from './forms';
import { moveAttempt } from './open-attempt';
import { readCurrent, readGrades } from './persistence/attempt-queries';
import { AttemptEntity } from './persistence/attempt.entity';
import { GradeEntity } from './persistence/grade.entity';

/** Brings receipt, marks and result of an attempt that is held up to its answers, from the hand-in on. */
@Injectable()
export class SettleAttempt {
  constructor(
    private readonly forms: Forms,
    private readonly events: FindEvent,
    private readonly sittings: ReadSittings,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Closes the answers and gives the receipt; what was handed in before keeps the receipt that it has. */
  async handIn(tx: Transaction, attempt: AttemptEntity, how: Receipt['how'], at: Date): Promise<Receipt> {
    if (attempt.receipt) return attempt.receipt;
    const items = await this.forms.itemsOf(attempt.eventId);
    const answers = await readCurrent(tx.manager, attempt.sittingId);
    const receipt = receiptOf(attempt, how, at, items, answers);
    await moveAttempt(tx, attempt, how === 'submitted' ? 'submitted' : 'expired', { submitted_at: at, receipt });
    attempt.submittedAt = at;
    attempt.receipt = receipt;
    await this.mark(tx, attempt, items, answers);
    return receipt;
  }

  /**
   * Takes answers into account that were given in time and came in after the end. A receipt that the person was given
   * never changes; one that the end of the time made follows them.
   */
  async takeIn(tx: Transaction, attempt: AttemptEntity): Promise<void> {
    const { receipt, submittedAt, sittingId } = attempt;
    if (!receipt || !submittedAt || receipt.how === 'submitted') return;
    const items = await this.forms.itemsOf(attempt.eventId);
    const answers = await readCurrent(tx.manager, sittingId);
    attempt.receipt = receiptOf(attempt, receipt.how, submittedAt, items, answers);
    await tx.manager.update(AttemptEntity, { sittingId }, { receipt: attempt.receipt });
    await this.mark(tx, attempt, items, answers);
  }

  /** Adds the marks up; with the last one the attempt is graded, and final where the decision already stands. */
  async addUp(tx: Transaction, attempt: AttemptEntity, items: readonly FormItem[]): Promise<void> {
    const grades = await readGrades(tx.manager, attempt.sittingId);
    const points = items.flatMap(({ id }) => grades.get(id)?.points ?? []);
    if (points.length < items.length) return;
    const event = await this.events.byIdForSystem(attempt.eventId, tx.manager);
    if (!event) throw new Error(`The attempt ${attempt.sittingId} has no event.`);
    const result = resultOf(points, totalPoints(items), event.ruleSet.values);
    if (attempt.state === 'graded')
      await tx.manager.update(AttemptEntity, { sittingId: attempt.sittingId }, { result });
    else await moveAttempt(tx, attempt, 'graded', { result });
    attempt.result = result;
    await tx.publish('attempt.graded', { sittingId: attempt.sittingId });
    const sitting = await this.sittings.byId(attempt.sittingId, tx.manager);
    if (sitting?.state === 'closed') await moveAttempt(tx, attempt, 'final');
  }

  private async mark(
    tx: Transaction,
    attempt: AttemptEntity,
    items: readonly FormItem[],
    answers: ReadonlyMap<string, AnswerVersion>,
  ): Promise<void> {
    const { sittingId, institutionId, receipt } = attempt;
    const grades = await readGrades(tx.manager, sittingId);
    const computed = automaticGrades(items, answers, grades, receipt?.how === 'submitted');
    if (computed.length > 0) {
      const at = this.clock.now();
      const line = { sittingId, byAccount: null, comment: '', at };
      await tx.manager.insert(
        GradeEntity,
        computed.map((grade) => ({ ...line, ...grade, id: newId() })),
      );
      await tx.journal({
        institutionId,
        actorId: null,
        action: 'attempt.marked_automatically',
        subjectType: 'sitting',
        subjectId: sittingId,
        data: { items: computed.length },
      });
    }
    await this.addUp(tx, attempt, items);
  }
}

function receiptOf(
  { sittingId }: AttemptEntity,
  how: Receipt['how'],
  submittedAt: Date,
  items: readonly FormItem[],
  answers: ReadonlyMap<string, AnswerVersion>,
): Receipt {
  return makeReceipt({ sittingId, submittedAt, how, items: items.length, answers: [...answers.values()] });
}
