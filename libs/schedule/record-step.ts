import type { EventState } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import type { Transaction } from '@aigaq/platform';

import { EventHistoryEntity } from './persistence/event-history.entity';

export interface Step {
  readonly eventId: string;
  readonly institutionId: string;
  readonly from: EventState | null;
  readonly to: EventState;
  /** Null: the clock. */
  readonly by: string | null;
  readonly reason: string;
  readonly at: Date;
}

const verbs: Readonly<Record<EventState, string>> = {
  draft: 'returned_to_draft',
  approved: 'approved',
  announced: 'announced',
  open: 'opened',
  closed: 'closed',
  cancelled: 'cancelled',
};

/** History, journal and fact of a step that an event took, in the transaction of the step. */
export async function recordStep(tx: Transaction, step: Step): Promise<void> {
  await tx.manager.insert(EventHistoryEntity, {
    id: newId(),
    eventId: step.eventId,
    at: step.at,
    byAccount: step.by,
    fromState: step.from,
    toState: step.to,
    reason: step.reason,
  });
  await tx.journal({
    institutionId: step.institutionId,
    actorId: step.by,
    action: `event.${step.from === null ? 'created' : verbs[step.to]}`,
    subjectType: 'event',
    subjectId: step.eventId,
    data: { from: step.from, to: step.to },
  });
  await publishStep(tx, step);
}

async function publishStep(tx: Transaction, { eventId, to }: Step): Promise<void> {
  if (to === 'announced') await tx.publish('event.announced', { eventId });
  if (to === 'open') await tx.publish('event.opened', { eventId });
  if (to === 'closed') await tx.publish('event.closed', { eventId });
  if (to === 'cancelled') await tx.publish('event.cancelled', { eventId });
}
