import type { EventView, InputOf, Outcome, Problem, routes } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import type { Transaction } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { ChangeEvent } from './change-event';
import { isAnnounced } from './domain/event-lifecycle';
import { problemsOfAssignment } from './domain/roster-rules';
import { problemsOfStaff } from './domain/step-guard';
import type { EventRecord } from './event-record';
import { EventRoster } from './event-roster';
import { GetEvent } from './get-event';
import { EventStaffEntity } from './persistence/event-staff.entity';
import { knownAccounts } from './persistence/known-accounts';

type Staff = InputOf<typeof routes.assignStaff>['body']['staff'];

@Injectable()
export class AssignStaff {
  constructor(
    private readonly change: ChangeEvent,
    private readonly roster: EventRoster,
    private readonly get: GetEvent,
  ) {}

  /** Replaces the staff. What was announced keeps the people that it cannot do without. */
  async run(actor: Actor, eventId: string, staff: Staff): Promise<Outcome<EventView>> {
    const assigned = await this.change.run<null>(actor, eventId, async (tx, event) => {
      const problems = await this.problemsOf(tx, event, staff);
      if (problems.length > 0) return failure(...problems);
      await replace(tx, actor, event, staff);
      return success(null);
    });
    return assigned.ok ? this.get.run(actor, eventId) : assigned;
  }

  private async problemsOf(tx: Transaction, event: EventRecord, staff: Staff): Promise<Problem[]> {
    const ids = staff.map((member) => member.accountId);
    const known = await knownAccounts(tx.manager, event, ids);
    const candidates = new Set((await this.roster.of(event.id, tx.manager)).map((member) => member.accountId));
    const problems = problemsOfAssignment(staff, known, candidates);
    if (problems.length > 0 || !isAnnounced(event.state)) return problems;
    return problemsOfStaff(
      staff.map((member) => member.role),
      event.profile,
    );
  }
}

async function replace(tx: Transaction, actor: Actor, event: EventRecord, staff: Staff): Promise<void> {
  const eventId = event.id;
  await tx.manager.delete(EventStaffEntity, { eventId });
  const lines = new Map(staff.map((member) => [`${member.accountId} ${member.role}`, { eventId, ...member }]));
  if (lines.size > 0) await tx.manager.insert(EventStaffEntity, [...lines.values()]);
  await tx.journal({
    institutionId: event.institutionId,
    actorId: actor.accountId,
    action: 'event.staff_assigned',
    subjectType: 'event',
    subjectId: eventId,
    data: { staff: [...lines.values()].map(({ accountId, role }) => ({ accountId, role })) },
  });
  await tx.publish('event.staff_changed', { eventId });
}
