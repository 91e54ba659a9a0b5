import type { EventRow, EventState, Permission } from '@aigaq/contracts';

import { needsOf } from './needs';

const now = new Date('2026-05-10T09:00:00Z');
const row = (state: EventState, opensAt: string, closesAt = opensAt): EventRow =>
  ({ id: `${state} ${opensAt}`, state, opensAt, closesAt }) as EventRow;
const holding =
  (...held: Permission[]) =>
  (permission: Permission) =>
    held.includes(permission);
const shown = (events: EventRow[], can: (permission: Permission) => boolean) =>
  needsOf(events, { now, can }).map(({ need, events: found }) => `${need} ${found.length}`);

describe('what needs a member of the staff', () => {
  const open = row('open', '2026-05-10T08:00:00Z', '2026-05-10T11:00:00Z');
  const draft = row('draft', '2026-05-20T08:00:00Z');
  const closed = row('closed', '2026-05-01T08:00:00Z', '2026-05-01T10:00:00Z');

  it('begins with what runs now', () => {
    const soon = row('announced', '2026-05-12T08:00:00Z');
    expect(shown([draft, soon, open], holding('event.update'))).toEqual(['now 1', 'soon 1', 'draft 1']);
  });

  it('asks whoever may approve for approval, and the author for more work', () => {
    expect(shown([draft], holding('event.update', 'event.approve'))).toEqual(['approve 1']);
    expect(shown([draft], holding('event.update'))).toEqual(['draft 1']);
    expect(shown([draft], holding())).toEqual([]);
  });

  it('asks for review only those who grade or decide, and not for ever', () => {
    const old = row('closed', '2026-01-01T08:00:00Z', '2026-01-01T10:00:00Z');
    expect(shown([closed, old], holding('attempt.grade'))).toEqual(['review 1']);
    expect(shown([closed], holding('sitting.watch'))).toEqual([]);
  });

  it('leaves out what is far away or called off', () => {
    expect(
      shown([row('announced', '2026-09-01T08:00:00Z'), row('cancelled', '2026-05-12T08:00:00Z')], holding()),
    ).toEqual([]);
  });

  it('puts what opens first first', () => {
    const later = row('announced', '2026-05-14T08:00:00Z');
    const sooner = row('announced', '2026-05-11T08:00:00Z');
    expect(needsOf([later, sooner], { now, can: holding() })[0]?.events).toEqual([sooner, later]);
  });
});
