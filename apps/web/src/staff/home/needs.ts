import type { EventRow, Permission } from '@aigaq/contracts';

/** In the order in which they are shown: what cannot wait comes first. */
export const needs = ['now', 'soon', 'announce', 'approve', 'draft', 'review'] as const;
export type Need = (typeof needs)[number];

const day = 24 * 3600 * 1000;
const soonDays = 14;
const reviewDays = 60;

interface Situation {
  now: Date;
  can: (permission: Permission) => boolean;
}

/** Why an event stands on this person's home page, if it does. */
function needOf(event: EventRow, { now, can }: Situation): Need | null {
  const opens = Date.parse(event.opensAt) - now.getTime();
  const closed = now.getTime() - Date.parse(event.closesAt);
  switch (event.state) {
    case 'open':
      return 'now';
    case 'announced':
      return opens < soonDays * day ? 'soon' : null;
    case 'approved':
      return can('event.announce') ? 'announce' : opens < soonDays * day ? 'soon' : null;
    case 'draft':
      if (can('event.approve') && can('event.update')) return 'approve';
      return can('event.update') ? 'draft' : null;
    case 'closed':
      return (can('attempt.grade') || can('decision.confirm')) && closed < reviewDays * day ? 'review' : null;
    case 'cancelled':
      return null;
  }
}

/** The events that need a person, by need; within a need the one that opens first comes first. */
export function needsOf(events: readonly EventRow[], situation: Situation): { need: Need; events: EventRow[] }[] {
  return needs.flatMap((need) => {
    const found = events.filter((event) => needOf(event, situation) === need);
    if (found.length === 0) return [];
    const sorted = found.toSorted((left, right) => Date.parse(left.opensAt) - Date.parse(right.opensAt));
    return [{ need, events: need === 'review' ? sorted.reverse() : sorted }];
  });
}
