import { type AnswerOf, type Outcome, routes } from '@aigaq/contracts';
import { success } from '@aigaq/kernel';
import { ListJournal } from '@aigaq/oversight';
import { Controller } from '@nestjs/common';

import { type Call, Handle } from '../http/handle';

@Controller()
export class OversightController {
  constructor(private readonly listJournal: ListJournal) {}

  @Handle(routes.listJournal)
  async journal({
    actor,
    query,
  }: Call<typeof routes.listJournal>): Promise<Outcome<AnswerOf<typeof routes.listJournal>>> {
    return success(await this.listJournal.run(actor, query));
  }
}
