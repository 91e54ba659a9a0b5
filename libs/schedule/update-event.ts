import type { AnswerOf, EventFields, InputOf, Outcome, Problem, routes } from '@aigaq/contracts';
import { type Clock, failure } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, Database, type Transaction } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { problemsOfReferences } from './check-references';
import { problemsOfPlan } from './domain/event-fields';
import type { EventRecord } from './event-record';
import { FindEvent } from './find-event';
import { GetEvent } from './get-event';
import { lockEvent } from './persistence/event-queries';
import { EventEntity } from './persistence/event.entity';

type Change = InputOf<typeof routes.updateEvent>['body'];

@Injectable()
export class UpdateEvent {
  constructor(
    private readonly database: Database,
    private readonly find: FindEvent,
    private readonly get: GetEvent,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Changes a draft; `changed_meanwhile` when somebody else saved since the actor read it. */
  async run(actor: Actor, eventId: string, change: Change): Promise<Outcome<AnswerOf<typeof routes.updateEvent>>> {
    const problems = await this.database.transaction((tx) => this.change(tx, actor, eventId, change));
    return problems.length > 0 ? failure(...problems) : this.get.run(actor, eventId);
  }

  private async change(tx: Transaction, actor: Actor, eventId: string, change: Change): Promise<Problem[]> {
    await lockEvent(tx.manager, eventId);
    const event = await this.find.changedBy(actor, eventId, tx.manager);
    if (!event) return [{ code: 'not_found' }];
    if (event.state !== 'draft') return [{ code: 'not_in_this_state', params: { state: event.state } }];
    if (event.version !== change.version) return [{ code: 'changed_meanwhile', params: { version: event.version } }];
    const fields = merge(event, change);
    const problems = [
      ...problemsOfPlan(fields, this.clock.now()),
      ...(await problemsOfReferences(tx.manager, actor, fields)),
    ];
    if (problems.length > 0) return problems;
    const { profile, opensAt, closesAt, ...same } = fields;
    await tx.manager.update(
      EventEntity,
      { id: eventId },
      {
        ...same,
        profileName: profile,
        opensAt: new Date(opensAt),
        closesAt: new Date(closesAt),
        version: event.version + 1,
      },
    );
    await tx.journal({
      institutionId: event.institutionId,
      actorId: actor.accountId,
      action: 'event.updated',
      subjectType: 'event',
      subjectId: eventId,
      data: { fields: Object.keys(change).filter((name) => name !== 'version'), version: event.version + 1 },
    });
    return [];
  }
}

function merge(event: EventRecord, change: Change): EventFields {
  return {
    kind: change.kind ?? event.kind,
    disciplineId: change.disciplineId ?? event.discipline.id,
    title: change.title ?? event.title,
    language: change.language ?? event.language,
    opensAt: change.opensAt ?? event.opensAt.toISOString(),
    closesAt: change.closesAt ?? event.closesAt.toISOString(),
    durationSeconds: change.durationSeconds ?? event.durationSeconds,
    profile: change.profile ?? event.profile.name,
    profileReason: change.profileReason ?? event.profileReason,
    ruleSetId: change.ruleSetId ?? event.ruleSet.id,
    aids: change.aids ?? event.aids,
  };
}
