import { Controller } from '@nestjs/common';

import { success } from '@aigaq/kernel';
import { type AnswerOf, type Outcome, routes } from '@aigaq/contracts';
import {
  BeginTotp,
  ChangePassword,
  ConfirmTotp,
  DescribeMe,
  EndSession,
  ListSessions,
  RemoveTotp,
  UpdateMe,
} from '@aigaq/people';

import { type Call, Handle } from '../http/handle';

type Done = Outcome<{ done: true }>;

/** One's own account. */
@Controller()
export class MeController {
  constructor(
    private readonly describeMe: DescribeMe,
    private readonly update: UpdateMe,
    private readonly change: ChangePassword,
    private readonly listSessions: ListSessions,
    private readonly end: EndSession,
    private readonly begin: BeginTotp,
    private readonly confirm: ConfirmTotp,
    private readonly remove: RemoveTotp,
  ) {}

  @Handle(routes.me)
  async me({ actor, csrfToken }: Call<typeof routes.me>): Promise<Outcome<AnswerOf<typeof routes.me>>> {
    return success({ me: await this.describeMe.run(actor.accountId), csrfToken: csrfToken ?? '' });
  }

  @Handle(routes.updateMe)
  updateMe({ actor, body }: Call<typeof routes.updateMe>): Promise<Outcome<AnswerOf<typeof routes.updateMe>>> {
    return this.update.run(actor, body);
  }

  @Handle(routes.changePassword)
  changePassword({ actor, body }: Call<typeof routes.changePassword>): Promise<Done> {
    return this.change.run(actor, body);
  }

  @Handle(routes.mySessions)
  mySessions({ actor }: Call<typeof routes.mySessions>): Promise<Outcome<AnswerOf<typeof routes.mySessions>>> {
    return this.listSessions.run(actor);
  }

  @Handle(routes.endSession)
  endSession({ actor, params }: Call<typeof routes.endSession>): Promise<Done> {
    return this.end.run(actor, params.id);
  }

  @Handle(routes.beginTotp)
  beginTotp({ actor }: Call<typeof routes.beginTotp>): Promise<Outcome<AnswerOf<typeof routes.beginTotp>>> {
    return this.begin.run(actor);
  }

  @Handle(routes.confirmTotp)
  confirmTotp({ actor, body }: Call<typeof routes.confirmTotp>): Promise<Outcome<AnswerOf<typeof routes.confirmTotp>>> {
    return this.confirm.run(actor, body.code);
  }

  @Handle(routes.removeTotp)
  removeTotp({ actor, body }: Call<typeof routes.removeTotp>): Promise<Done> {
    return this.remove.run(actor, body.password);
  }
}
