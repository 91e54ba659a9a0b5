import type { EventState, EventView } from '@aigaq/contracts';
import { type Actor, displayName, FindAccounts } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { mayChange } from './domain/event-access';
import { nextStates } from './domain/event-lifecycle';
import type { EventRecord } from './event-record';
import { EventStaff, type StaffMember } from './event-staff';
import { EventCandidateEntity } from './persistence/event-candidate.entity';
import { EventHistoryEntity } from './persistence/event-history.entity';

/** An event with its people and its history, as this person sees it. */
@Injectable()
export class ShowEvent {
  constructor(
    private readonly database: Database,
    private readonly staff: EventStaff,
    private readonly accounts: FindAccounts,
  ) {}

  async run(actor: Actor, event: EventRecord): Promise<EventView> {
    const { manager } = this.database;
    const [candidates, staff, history] = await Promise.all([
      manager.countBy(EventCandidateEntity, { eventId: event.id }),
      this.staff.of(event.id),
      manager.find(EventHistoryEntity, { where: { eventId: event.id }, order: { at: 'ASC', id: 'ASC' } }),
    ]);
    const name = await this.namesOf(actor, [
      event.createdBy,
      ...staff.map((member) => member.accountId),
      ...history.flatMap((step) => step.byAccount ?? []),
    ]);
    return {
      ...fieldsOf(event),
      next: nextFor(actor, event, staff),
      candidates,
      staff: staff.map(({ accountId, role }) => ({ accountId, role, name: name(accountId) })),
      createdBy: { id: event.createdBy, name: name(event.createdBy) },
      history: history.map((step) => ({
        at: step.at.toISOString(),
        by: step.byAccount === null ? null : name(step.byAccount),
        from: step.fromState,
        to: step.toState,
        reason: step.reason,
      })),
    };
  }

  private async namesOf(actor: Actor, ids: readonly string[]): Promise<(id: string) => string> {
    const accounts = await this.accounts.byIds(actor, [...new Set(ids)]);
    const names = new Map(accounts.map((account) => [account.id, displayName(account)]));
    return (id) => names.get(id) ?? '';
  }
}

function nextFor(actor: Actor, event: EventRecord, staff: readonly StaffMember[]): EventState[] {
  const staffRoles = staff.filter((member) => member.accountId === actor.accountId).map((member) => member.role);
  const created = event.createdBy === actor.accountId;
  return mayChange(actor.roles, { created, staffRoles }) ? nextStates(event.state, actor.permissions) : [];
}

function fieldsOf(event: EventRecord) {
  return {
    id: event.id,
    kind: event.kind,
    discipline: event.discipline,
    title: event.title,
    language: event.language,
    opensAt: event.opensAt.toISOString(),
    closesAt: event.closesAt.toISOString(),
    durationSeconds: event.durationSeconds,
    profile: event.profile,
    profileReason: event.profileReason,
    ruleSet: event.ruleSet,
    aids: event.aids,
    state: event.state,
    version: event.version,
  };
}
