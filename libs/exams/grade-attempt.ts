import type { AttemptReview, InputOf, Outcome, Problem, routes } from '@aigaq/contracts';
import { type Clock, failure, newId } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, Database, type Transaction } from '@aigaq/platform';
import { FindEvent } from '@aigaq/schedule';
import { Inject, Injectable } from '@nestjs/common';

import { isGradeable } from './domain/attempt-lifecycle';
import type { FormItem } from './domain/grade-book';
import { Forms } from './forms';
import { lockAttempt } from './persistence/attempt-queries';
import type { AttemptEntity } from './persistence/attempt.entity';
import { GradeEntity } from './persistence/grade.entity';
import { ReviewAttempt } from './review-attempt';
import { SettleAttempt } from './settle-attempt';

type Grades = InputOf<typeof routes.grade>['body']['grades'];

@Injectable()
export class GradeAttempt {
  constructor(
    private readonly database: Database,
    private readonly events: FindEvent,
    private readonly forms: Forms,
    private readonly settle: SettleAttempt,
    private readonly review: ReviewAttempt,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Marks items by a person, also over a computed mark; earlier marks stay in the record. */
  async run(actor: Actor, sittingId: string, grades: Grades): Promise<Outcome<AttemptReview>> {
    const problems = await this.database.transaction((tx) => this.grade(tx, actor, sittingId, grades));
    return problems.length > 0 ? failure(...problems) : this.review.run(actor, sittingId);
  }

  private async grade(tx: Transaction, actor: Actor, sittingId: string, grades: Grades): Promise<Problem[]> {
    const attempt = await lockAttempt(tx.manager, sittingId);
    if (attempt?.institutionId !== actor.institutionId) return [{ code: 'not_found' }];
    const event = await this.events.changedBy(actor, attempt.eventId, tx.manager);
    if (!event) return [{ code: 'not_found' }];
    if (attempt.accountId === actor.accountId) return [{ code: 'own_work' }];
    if (!isGradeable(attempt.state)) return [{ code: 'not_in_this_state', params: { state: attempt.state } }];
    const items = await this.forms.itemsOf(attempt.eventId);
    const problems = problemsOfGrades(grades, items);
    if (problems.length > 0) return problems;
    await this.write(tx, actor, attempt, grades);
    await this.settle.addUp(tx, attempt, items);
    return [];
  }

  private async write(tx: Transaction, actor: Actor, attempt: AttemptEntity, grades: Grades): Promise<void> {
    const { sittingId, institutionId } = attempt;
    const at = this.clock.now();
    const line = { sittingId, byAccount: actor.accountId, at };
    await tx.manager.insert(
      GradeEntity,
      grades.map((grade) => ({ ...line, ...grade, id: newId() })),
    );
    await tx.journal({
      institutionId,
      actorId: actor.accountId,
      action: 'attempt.marked',
      subjectType: 'sitting',
      subjectId: sittingId,
      data: { grades: grades.map(({ itemId, points }) => ({ itemId, points })) },
    });
  }
}

function problemsOfGrades(grades: Grades, items: readonly FormItem[]): Problem[] {
  const maxima = new Map(items.map(({ id, item }) => [id, item.points]));
  return grades.flatMap(({ itemId, points }, index): Problem[] => {
    const maximum = maxima.get(itemId);
    if (maximum === undefined) return [{ code: 'wrong_item', field: `grades.${index}.itemId` }];
    if (points <= maximum) return [];
    return [{ code: 'points_above_maximum', field: `grades.${index}.points`, params: { maximum } }];
  });
}
