import { type FormView, type Outcome, routes } from '@aigaq/contracts';
import { GetForm, SaveForm } from '@aigaq/exams';
import { Controller } from '@nestjs/common';

import { type Call, Handle } from '../http/handle';

@Controller()
export class FormController {
  constructor(
    private readonly getForm: GetForm,
    private readonly saveForm: SaveForm,
  ) {}

  @Handle(routes.getForm)
  get({ actor, params }: Call<typeof routes.getForm>): Promise<Outcome<FormView>> {
    return this.getForm.run(actor, params.id);
  }

  @Handle(routes.saveForm)
  save({ actor, params, body }: Call<typeof routes.saveForm>): Promise<Outcome<FormView>> {
    return this.saveForm.run(actor, params.id, body);
  }
}
