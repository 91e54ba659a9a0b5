import { Controller } from '@nestjs/common';

import { failure } from '@aigaq/kernel';
import { type AnswerOf, type Outcome, routes } from '@aigaq/contracts';
import { ApplyRoster, GetRosterImport, PreviewRoster } from '@aigaq/people';

import { type Call, Handle } from '../http/handle';

@Controller()
export class RosterController {
  constructor(
    private readonly preview: PreviewRoster,
    private readonly get: GetRosterImport,
    private readonly apply: ApplyRoster,
  ) {}

  @Handle(routes.previewRoster)
  async previewRoster({
    actor,
    files,
  }: Call<typeof routes.previewRoster>): Promise<Outcome<AnswerOf<typeof routes.previewRoster>>> {
    const file = files['file'];
    return file ? this.preview.run(actor, file) : failure({ code: 'file_missing', field: 'file' });
  }

  @Handle(routes.getRosterImport)
  getRosterImport({
    actor,
    params,
  }: Call<typeof routes.getRosterImport>): Promise<Outcome<AnswerOf<typeof routes.getRosterImport>>> {
    return this.get.run(actor, params.id);
  }

  @Handle(routes.applyRoster)
  applyRoster({
    actor,
    params,
  }: Call<typeof routes.applyRoster>): Promise<Outcome<AnswerOf<typeof routes.applyRoster>>> {
    return this.apply.run(actor, params.id);
  }
}
