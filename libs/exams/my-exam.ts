import type { AnswerOf, Outcome, routes } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import { presentItem } from '@aigaq/items';
import type { Actor } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { isBeforeStart, isRunning, ReadSittings } from '@aigaq/proctoring';
import { Injectable } from '@nestjs/common';

import { Forms } from './forms';
import { readCurrent } from './persistence/attempt-queries';

@Injectable()
export class MyExam {
  constructor(
    private readonly database: Database,
    private readonly sittings: ReadSittings,
    private readonly forms: Forms,
  ) {}

  /** The items of one's own exam while it runs, without their keys, and the answers that the server has. */
  async run(actor: Actor, sittingId: string): Promise<Outcome<AnswerOf<typeof routes.myExam>>> {
    const sitting = await this.sittings.own(actor, sittingId);
    if (!sitting) return failure({ code: 'not_found' });
    if (isBeforeStart(sitting.state)) return failure({ code: 'not_in_this_state', params: { state: sitting.state } });
    if (!isRunning(sitting.state)) return failure({ code: 'attempt_over' });
    const items = await this.forms.itemsOf(sitting.eventId);
    const current = await readCurrent(this.database.manager, sittingId);
    return success({
      items: items.map(({ id, position, item }) => presentItem(id, position, item)),
      answers: [...current.values()].map(({ itemId, response, answeredAt, flagged }) => ({
        itemId,
        response,
        answeredAt: answeredAt.toISOString(),
        flagged,
      })),
    });
  }
}
