import { type EventState, type EventView, type Outcome, type Problem, roles } from '@aigaq/contracts';
import { type Clock, failure } from '@aigaq/kernel';
import { type Actor, permissionsOf } from '@aigaq/people';
import { CLOCK, Database, type Transaction } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { eventLifecycle, permissionOfStep } from './domain/event-lifecycle';
import { problemsOfAnnouncement, problemsOfForm } from './domain/step-guard';
import type { EventRecord } from './event-record';
import { EventStaff } from './event-staff';
import { FindEvent } from './find-event';
import { GetEvent } from './get-event';
import { EventCandidateEntity } from './persistence/event-candidate.entity';
import { lockEvent } from './persistence/event-queries';
import { EVENT_BUSY, EVENT_FORM, type EventBusy, type EventForm } from './ports';
import { recordStep } from './record-step';

const approvers = roles.filter((role) => permissionsOf([role]).has('event.approve'));

/** Takes a person's step of an event: approve, announce, back to draft, close, cancel. */
@Injectable()
export class MoveEvent {
  constructor(
    private readonly database: Database,
    private readonly find: FindEvent,
    private readonly staff: EventStaff,
    private readonly get: GetEvent,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(EVENT_FORM) private readonly form: EventForm,
    @Inject(EVENT_BUSY) private readonly busy: EventBusy,
  ) {}

  async run(actor: Actor, eventId: string, to: EventState, reason: string): Promise<Outcome<EventView>> {
    const problems = await this.database.transaction((tx) => this.move(tx, actor, eventId, to, reason));
    return problems.length > 0 ? failure(...problems) : this.get.run(actor, eventId);
  }

  private async move(
    tx: Transaction,
    actor: Actor,
    eventId: string,
    to: EventState,
    reason: string,
  ): Promise<Problem[]> {
    await lockEvent(tx.manager, eventId);
    const event = await this.find.changedBy(actor, eventId, tx.manager);
    if (!event) return [{ code: 'not_found' }];
    const from = event.state;
    const permission = permissionOfStep(from, to);
    if (!eventLifecycle.allows(from, to) || permission === null) return [notHere(from)];
    if (!actor.permissions.has(permission)) return [{ code: 'forbidden' }];
    const problems = await this.problemsOf(tx.manager, actor, event, to, reason);
    if (problems.length > 0) return problems;
    const frozen = to === 'announced' ? { frozen_profile: event.profile, frozen_rule_set: event.ruleSet } : {};
    const moved = await Database.moveState(tx.manager, { table: 'event', id: eventId, from: [from], to, set: frozen });
    if (moved === 0) return [notHere(from)];
    const at = this.clock.now();
    await recordStep(tx, { eventId, institutionId: event.institutionId, from, to, by: actor.accountId, reason, at });
    return [];
  }

  private async problemsOf(
    manager: EntityManager,
    actor: Actor,
    event: EventRecord,
    to: EventState,
    reason: string,
  ): Promise<Problem[]> {
    switch (to) {
      case 'approved':
        return [
          ...(await this.problemsOfOwnWork(manager, actor, event)),
          ...problemsOfForm(await this.form.countItems(event.id)),
        ];
      case 'announced':
        return this.problemsOfAnnouncement(manager, event);
      case 'closed':
        return this.problemsOfClosing(event, reason);
      case 'cancelled':
        return problemsOfReason(reason);
      case 'draft':
      case 'open':
        return [];
    }
  }

  /** Nobody approves his own work, unless the institution has nobody else who could. */
  private async problemsOfOwnWork(manager: EntityManager, actor: Actor, event: EventRecord): Promise<Problem[]> {
    if (event.createdBy !== actor.accountId) return [];
    const others: unknown[] = await manager.query(
      `select 1 from account where institution_id = $1 and id <> $2 and status = 'active' and roles && $3::text[] limit 1`,
      [event.institutionId, actor.accountId, approvers],
    );
    return others.length > 0 ? [{ code: 'own_work' }] : [];
  }

  private async problemsOfAnnouncement(manager: EntityManager, event: EventRecord): Promise<Problem[]> {
    const staff = await this.staff.of(event.id, manager);
    return problemsOfAnnouncement(
      {
        items: await this.form.countItems(event.id),
        candidates: await manager.countBy(EventCandidateEntity, { eventId: event.id }),
        staffRoles: staff.map((member) => member.role),
        profile: event.profile,
        closesAt: event.closesAt,
      },
      this.clock.now(),
    );
  }

  /** Before the end of its window an event is closed only with a reason, and never over somebody who sits. */
  private async problemsOfClosing(event: EventRecord, reason: string): Promise<Problem[]> {
    const running = await this.busy.runningCandidates(event.id);
    if (running.length > 0)
      return [{ ...notHere(event.state), params: { state: event.state, running: running.length } }];
    return this.clock.now() <= event.closesAt ? problemsOfReason(reason) : [];
  }
}

function notHere(state: EventState): Problem {
  return { code: 'not_in_this_state', params: { state } };
}

function problemsOfReason(reason: string): Problem[] {
  return reason.length < 3 ? [{ code: 'reason_needed', field: 'reason' }] : [];
}
