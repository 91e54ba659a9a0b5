import type { EventState, Permission } from '@aigaq/contracts';
import { Lifecycle } from '@aigaq/kernel';

/** An event from its draft to its end; `open` comes by the clock alone. */
export const eventLifecycle = new Lifecycle<EventState>('event', 'draft', {
  draft: ['approved', 'cancelled'],
  approved: ['draft', 'announced', 'cancelled'],
  announced: ['open', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
});

/** From its announcement on, people rely on an event: its profile and rule set stand still. */
export function isAnnounced(state: EventState): boolean {
  return state === 'announced' || state === 'open' || state === 'closed';
}

/** The roster and the staff may change until the event has ended. */
export function isOver(state: EventState): boolean {
  return eventLifecycle.isFinal(state);
}

/** What a person needs for a step; null: no person takes it, the clock does. */
export function permissionOfStep(from: EventState, to: EventState): Permission | null {
  switch (to) {
    case 'draft':
      return 'event.update';
    case 'approved':
      return 'event.approve';
    case 'announced':
      return 'event.announce';
    case 'closed':
      return 'event.close';
    case 'cancelled':
      // What nobody was told of yet may be dropped by whoever may change it.
      return isAnnounced(from) ? 'event.close' : 'event.update';
    case 'open':
      return null;
  }
}

/** States to which a holder of these permissions may move an event, guards aside. */
export function nextStates(from: EventState, permissions: ReadonlySet<Permission>): EventState[] {
  return eventLifecycle.next(from).filter((to) => {
    const permission = permissionOfStep(from, to);
    return permission !== null && permissions.has(permission);
  });
}

/** The step that the clock takes at `now`; null when none is due. Times in milliseconds since 1970. */
export function dueStep(event: { state: EventState; opensAt: Date; closesAt: Date }, now: Date): EventState | null {
  if (event.state === 'announced' && now >= event.opensAt) return 'open';
  if (event.state === 'open' && now > event.closesAt) return 'closed';
  return null;
}
