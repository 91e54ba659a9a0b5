import { Controller } from '@nestjs/common';

import { type AnswerOf, type Outcome, routes } from '@aigaq/contracts';
import {
  CreateAccount,
  CreateGroup,
  GetAccount,
  ListAccounts,
  ListGroups,
  PrintSlips,
  UpdateAccount,
} from '@aigaq/people';

import { type Call, Handle } from '../http/handle';

@Controller()
export class AccountsController {
  constructor(
    private readonly list: ListAccounts,
    private readonly create: CreateAccount,
    private readonly get: GetAccount,
    private readonly update: UpdateAccount,
    private readonly print: PrintSlips,
    private readonly groups: ListGroups,
    private readonly makeGroup: CreateGroup,
  ) {}

  @Handle(routes.listAccounts)
  listAccounts({
    actor,
    query,
  }: Call<typeof routes.listAccounts>): Promise<Outcome<AnswerOf<typeof routes.listAccounts>>> {
    return this.list.run(actor, query);
  }

  @Handle(routes.createAccount)
  createAccount({
    actor,
    body,
  }: Call<typeof routes.createAccount>): Promise<Outcome<AnswerOf<typeof routes.createAccount>>> {
    return this.create.run(actor, body);
  }

  @Handle(routes.getAccount)
  getAccount({ actor, params }: Call<typeof routes.getAccount>): Promise<Outcome<AnswerOf<typeof routes.getAccount>>> {
    return this.get.run(actor, params.id);
  }

  @Handle(routes.updateAccount)
  updateAccount({
    actor,
    params,
    body,
  }: Call<typeof routes.updateAccount>): Promise<Outcome<AnswerOf<typeof routes.updateAccount>>> {
    return this.update.run(actor, params.id, body);
  }

  @Handle(routes.printSlips)
  printSlips({ actor, body }: Call<typeof routes.printSlips>): Promise<Outcome<AnswerOf<typeof routes.printSlips>>> {
    return this.print.run(actor, body.accountIds);
  }

  @Handle(routes.listGroups)
  listGroups({ actor }: Call<typeof routes.listGroups>): Promise<Outcome<AnswerOf<typeof routes.listGroups>>> {
    return this.groups.run(actor);
  }

  @Handle(routes.createGroup)
  createGroup({ actor, body }: Call<typeof routes.createGroup>): Promise<Outcome<AnswerOf<typeof routes.createGroup>>> {
    return this.makeGroup.run(actor, body);
  }
}
