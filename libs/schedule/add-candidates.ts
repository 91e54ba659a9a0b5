import type { AnswerOf, InputOf, Outcome, Problem, routes } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor, Scope } from '@aigaq/people';
import type { Transaction } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { ChangeEvent } from './change-event';
import { isAnnounced } from './domain/event-lifecycle';
import { problemsOfCandidates } from './domain/roster-rules';
import type { EventRecord } from './event-record';
import { EventStaff } from './event-staff';
import { knownAccounts } from './persistence/known-accounts';

type Wanted = InputOf<typeof routes.addCandidates>['body'];

@Injectable()
export class AddCandidates {
  constructor(
    private readonly change: ChangeEvent,
    private readonly staff: EventStaff,
  ) {}

  /** Puts people and whole groups on the roster; of a group only its active candidates. */
  run(actor: Actor, eventId: string, wanted: Wanted): Promise<Outcome<AnswerOf<typeof routes.addCandidates>>> {
    return this.change.run(actor, eventId, async (tx, event) => {
      const staff = new Set((await this.staff.of(eventId, tx.manager)).map((member) => member.accountId));
      const known = await knownAccounts(tx.manager, actor, wanted.accountIds);
      const members = await membersOf(tx.manager, actor, wanted.groupIds);
      const problems = [
        ...problemsOfCandidates(wanted.accountIds, known, staff),
        ...problemsOfGroups(wanted.groupIds, members, staff),
      ];
      if (problems.length > 0) return failure(...problems);
      const ids = [...new Set([...wanted.accountIds, ...[...members.values()].flat()])];
      const added = await insert(tx, actor, event, ids);
      return success({ added, already: ids.length - added });
    });
  }
}

function problemsOfGroups(
  wanted: readonly string[],
  members: ReadonlyMap<string, readonly string[]>,
  staff: ReadonlySet<string>,
): Problem[] {
  return wanted.flatMap((id, index): Problem[] => {
    const field = `groupIds.${index}`;
    const ofGroup = members.get(id);
    if (!ofGroup) return [{ code: 'not_found', field }];
    return ofGroup.some((accountId) => staff.has(accountId)) ? [{ code: 'same_person', field }] : [];
  });
}

async function membersOf(
  manager: EntityManager,
  { institutionId }: Scope,
  groupIds: readonly string[],
): Promise<Map<string, string[]>> {
  const lines: { id: string; members: string[] | null }[] = await manager.query(
    `select g.id, (
       select array_agg(a.id) from group_member m join account a on a.id = m.account_id
       where m.group_id = g.id and a.status = 'active' and 'candidate' = any(a.roles)) as members
     from study_group g where g.institution_id = $1 and g.id = any($2)`,
    [institutionId, groupIds],
  );
  return new Map(lines.map((line) => [line.id, line.members ?? []]));
}

async function insert(tx: Transaction, actor: Actor, event: EventRecord, ids: readonly string[]): Promise<number> {
  const lines: { account_id: string }[] = await tx.manager.query(
    `insert into event_candidate (event_id, account_id) select $1, unnest($2::uuid[])
     on conflict do nothing returning account_id`,
    [event.id, ids],
  );
  if (lines.length === 0) return 0;
  const accountIds = lines.map((line) => line.account_id);
  await tx.journal({
    institutionId: event.institutionId,
    actorId: actor.accountId,
    action: 'event.candidates_added',
    subjectType: 'event',
    subjectId: event.id,
    data: { accountIds },
  });
  if (isAnnounced(event.state)) await tx.publish('event.candidates_added', { eventId: event.id, accountIds });
  return accountIds.length;
}
