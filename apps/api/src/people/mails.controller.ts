import { Controller, Inject } from '@nestjs/common';

import { failure } from '@aigaq/kernel';
import { type AnswerOf, type Outcome, routes } from '@aigaq/contracts';
import { ListMails } from '@aigaq/people';

import { API_CONFIG, type ApiConfig } from '../config';
import { type Call, Handle } from '../http/handle';

@Controller()
export class MailsController {
  constructor(
    private readonly list: ListMails,
    @Inject(API_CONFIG) private readonly config: ApiConfig,
  ) {}

  /** Links for forgotten passwords stand in them: outside of a demonstration nobody reads them here. */
  @Handle(routes.listMails)
  async listMails({
    actor,
    query,
  }: Call<typeof routes.listMails>): Promise<Outcome<AnswerOf<typeof routes.listMails>>> {
    return this.config.DEMO ? this.list.run(actor, query) : failure({ code: 'not_found' });
  }
}
