import { type AnswerOf, type Outcome, type Profile, profileNames, routes, type RuleSetView } from '@aigaq/contracts';
import { success } from '@aigaq/kernel';
import { CreateDiscipline, ListDisciplines, ListRuleSets, profiles } from '@aigaq/schedule';
import { Controller } from '@nestjs/common';

import { type Call, Handle } from '../http/handle';

/** What events are made of: disciplines, proctoring profiles, rule sets. */
@Controller()
export class CatalogueController {
  constructor(
    private readonly listDisciplines: ListDisciplines,
    private readonly createDiscipline: CreateDiscipline,
    private readonly listRuleSets: ListRuleSets,
  ) {}

  @Handle(routes.listDisciplines)
  async disciplines({
    actor,
  }: Call<typeof routes.listDisciplines>): Promise<Outcome<AnswerOf<typeof routes.listDisciplines>>> {
    return success(await this.listDisciplines.run(actor));
  }

  @Handle(routes.createDiscipline)
  addDiscipline({
    actor,
    body,
  }: Call<typeof routes.createDiscipline>): Promise<Outcome<AnswerOf<typeof routes.createDiscipline>>> {
    return this.createDiscipline.run(actor, body);
  }

  @Handle(routes.listProfiles)
  async profiles(_: Call<typeof routes.listProfiles>): Promise<Outcome<Profile[]>> {
    return success(profileNames.map((name) => profiles[name]));
  }

  @Handle(routes.listRuleSets)
  async ruleSets({ actor }: Call<typeof routes.listRuleSets>): Promise<Outcome<RuleSetView[]>> {
    return success(await this.listRuleSets.run(actor));
  }
}
