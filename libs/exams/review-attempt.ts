import type { AttemptReview, Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import { type Actor, displayName, FindAccounts, type Scope } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { FindEvent } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';

import { type AnswerVersion, byAge, currentAnswers } from './domain/current-answers';
import type { FormItem, GradeLine } from './domain/grade-book';
import { Forms } from './forms';
import { readGrades, readVersions } from './persistence/attempt-queries';
import { AttemptEntity } from './persistence/attempt.entity';

type GradedItem = AttemptReview['items'][number];

/** An attempt with its answers, their history, marks and result, as the staff reads it. */
@Injectable()
export class ReviewAttempt {
  constructor(
    private readonly database: Database,
    private readonly events: FindEvent,
    private readonly forms: Forms,
    private readonly accounts: FindAccounts,
  ) {}

  /** Refuses with `not_found` without a part in the event, and `own_work`: nobody reads the keys to his own exam. */
  async run(actor: Actor, sittingId: string): Promise<Outcome<AttemptReview>> {
    const { manager } = this.database;
    const attempt = await manager.findOneBy(AttemptEntity, { sittingId, institutionId: actor.institutionId });
    const event = attempt && (await this.events.changedBy(actor, attempt.eventId));
    if (!attempt || !event) return failure({ code: 'not_found' });
    if (attempt.accountId === actor.accountId) return failure({ code: 'own_work' });
    return success(await this.assemble(attempt));
  }

  /** For documents and statistics, which have checked before who asks. */
  async forDocument({ institutionId }: Scope, sittingId: string): Promise<AttemptReview | null> {
    const attempt = await this.database.manager.findOneBy(AttemptEntity, { sittingId, institutionId });
    return attempt && this.assemble(attempt);
  }

  private async assemble(attempt: AttemptEntity): Promise<AttemptReview> {
    const { manager } = this.database;
    const { sittingId, state, result, receipt } = attempt;
    const items = await this.forms.itemsOf(attempt.eventId);
    const versions = (await readVersions(manager, sittingId)).sort(byAge);
    const current = currentAnswers(versions);
    const grades = await readGrades(manager, sittingId);
    const name = await this.namesOf(attempt, [...grades.values()]);
    return {
      sittingId,
      state,
      items: items.map((item) => gradedItem(item, versions, current.get(item.id), grades.get(item.id), name)),
      result,
      receipt,
    };
  }

  private async namesOf(scope: Scope, grades: readonly GradeLine[]): Promise<(id: string) => string> {
    const accounts = await this.accounts.byIds(scope, [...new Set(grades.flatMap((grade) => grade.by ?? []))]);
    const names = new Map(accounts.map((account) => [account.id, displayName(account)]));
    return (id) => names.get(id) ?? '';
  }
}

function gradedItem(
  { id, position, item }: FormItem,
  versions: readonly AnswerVersion[],
  current: AnswerVersion | undefined,
  grade: GradeLine | undefined,
  name: (id: string) => string,
): GradedItem {
  const history = versions.filter((version) => version.itemId === id);
  return {
    itemId: id,
    position,
    item,
    response: current?.response ?? null,
    answeredAt: current?.answeredAt.toISOString() ?? null,
    history: history.map(({ answeredAt, receivedAt, response, late }) => ({
      at: answeredAt.toISOString(),
      receivedAt: receivedAt.toISOString(),
      response,
      late,
    })),
    points: grade?.points ?? null,
    maximum: item.points,
    by: grade && grade.by !== null ? name(grade.by) : null,
    automatic: grade?.by === null,
    comment: grade?.comment ?? '',
  };
}
