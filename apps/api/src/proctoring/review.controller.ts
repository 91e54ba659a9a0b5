import { Controller } from '@nestjs/common';

import { type AnswerOf, type Outcome, routes, type SittingDetail } from '@aigaq/contracts';
import { success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import {
  AddFlag,
  AnswerAlternative,
  ConfirmDecision,
  ListSittings,
  ListWatchedEvents,
  MarkAbsent,
  ProposeDecision,
  SittingDetails,
  TriageFlag,
} from '@aigaq/proctoring';

import { type Call, Handle } from '../http/handle';

@Controller()
export class ReviewController {
  constructor(
    private readonly details: SittingDetails,
    private readonly listWatchedEvents: ListWatchedEvents,
    private readonly listSittingsOf: ListSittings,
    private readonly answer: AnswerAlternative,
    private readonly triage: TriageFlag,
    private readonly add: AddFlag,
    private readonly propose: ProposeDecision,
    private readonly confirm: ConfirmDecision,
    private readonly absent: MarkAbsent,
  ) {}

  @Handle(routes.watchedEvents)
  async watchedEvents({
    actor,
  }: Call<typeof routes.watchedEvents>): Promise<Outcome<AnswerOf<typeof routes.watchedEvents>>> {
    return success(await this.listWatchedEvents.run(actor));
  }

  @Handle(routes.listSittings)
  listSittings({ actor, params, query }: Call<typeof routes.listSittings>) {
    return this.listSittingsOf.run(actor, params.id, query);
  }

  @Handle(routes.getSitting)
  getSitting({ actor, params }: Call<typeof routes.getSitting>) {
    return this.details.seenBy(actor, params.id);
  }

  @Handle(routes.answerAlternative)
  async answerAlternative({ actor, params, body }: Call<typeof routes.answerAlternative>) {
    return this.detailAfter(actor, params.id, await this.answer.run(actor, params.id, body));
  }

  @Handle(routes.triageFlag)
  triageFlag({ actor, params, body }: Call<typeof routes.triageFlag>) {
    return this.triage.run(actor, params.id, body);
  }

  @Handle(routes.addFlag)
  addFlag({ actor, params, body }: Call<typeof routes.addFlag>) {
    return this.add.run(actor, params.id, body);
  }

  @Handle(routes.proposeDecision)
  async proposeDecision({ actor, params, body }: Call<typeof routes.proposeDecision>) {
    return this.detailAfter(actor, params.id, await this.propose.run(actor, params.id, body));
  }

  @Handle(routes.confirmDecision)
  async confirmDecision({ actor, params, body }: Call<typeof routes.confirmDecision>) {
    return this.detailAfter(actor, params.id, await this.confirm.run(actor, params.id, body));
  }

  @Handle(routes.markAbsent)
  markAbsent({ actor, params, body }: Call<typeof routes.markAbsent>) {
    return this.absent.run(actor, params.id, body.reason);
  }

  private async detailAfter(actor: Actor, sittingId: string, done: Outcome<unknown>): Promise<Outcome<SittingDetail>> {
    return done.ok ? this.details.seenBy(actor, sittingId) : done;
  }
}
