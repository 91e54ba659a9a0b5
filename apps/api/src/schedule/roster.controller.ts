import { type AnswerOf, type Outcome, type RosterEntry, routes } from '@aigaq/contracts';
import { AddCandidates, ListCandidates, RemoveCandidate, UpdateCandidate } from '@aigaq/schedule';
import { Controller } from '@nestjs/common';

import { type Call, Handle } from '../http/handle';

@Controller()
export class RosterController {
  constructor(
    private readonly listCandidates: ListCandidates,
    private readonly addCandidates: AddCandidates,
    private readonly updateCandidate: UpdateCandidate,
    private readonly removeCandidate: RemoveCandidate,
  ) {}

  @Handle(routes.listCandidates)
  list({ actor, params }: Call<typeof routes.listCandidates>): Promise<Outcome<RosterEntry[]>> {
    return this.listCandidates.run(actor, params.id);
  }

  @Handle(routes.addCandidates)
  add({
    actor,
    params,
    body,
  }: Call<typeof routes.addCandidates>): Promise<Outcome<AnswerOf<typeof routes.addCandidates>>> {
    return this.addCandidates.run(actor, params.id, body);
  }

  @Handle(routes.updateCandidate)
  update({ actor, params, body }: Call<typeof routes.updateCandidate>): Promise<Outcome<RosterEntry>> {
    return this.updateCandidate.run(actor, params, body);
  }

  @Handle(routes.removeCandidate)
  remove({ actor, params }: Call<typeof routes.removeCandidate>): Promise<Outcome<{ done: true }>> {
    return this.removeCandidate.run(actor, params);
  }
}
