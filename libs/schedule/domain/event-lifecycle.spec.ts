import fc from 'fast-check';

import { type EventState, roles } from '@aigaq/contracts';
import { permissionsOf } from '@aigaq/people';
import { dueStep, eventLifecycle, isAnnounced, nextStates, permissionOfStep } from './event-lifecycle';

describe('the lifecycle of an event', () => {
  it('leads from the draft over approval and announcement to its end', () => {
    for (const [from, to] of [
      ['draft', 'approved'],
      ['approved', 'announced'],
      ['announced', 'open'],
      ['open', 'closed'],
    ] as const)
      expect(eventLifecycle.allows(from, to)).toBe(true);
  });

  it('never leads back behind the announcement', () => {
    for (const from of eventLifecycle.states.filter(isAnnounced))
      for (const to of ['draft', 'approved'] as const) expect(eventLifecycle.allows(from, to)).toBe(false);
  });

  it('is opened by the clock alone', () => {
    for (const from of eventLifecycle.before('open')) expect(permissionOfStep(from, 'open')).toBeNull();
  });

  it('offers a teacher no approval, and an observer nothing at all', () => {
    const teacher = permissionsOf(['teacher']);
    const observer = permissionsOf(['observer']);
    expect(nextStates('draft', teacher)).toEqual(['cancelled']);
    expect(nextStates('approved', teacher)).toEqual(['draft', 'announced', 'cancelled']);
    for (const state of eventLifecycle.states) expect(nextStates(state, observer)).toEqual([]);
  });
});

describe('the clock of an event', () => {
  const opensAt = new Date('2026-06-01T04:00:00Z');
  const closesAt = new Date('2026-06-01T08:00:00Z');

  it('opens it at the first moment of its window, and not before', () => {
    expect(dueStep({ state: 'announced', opensAt, closesAt }, new Date('2026-06-01T03:59:59.999Z'))).toBeNull();
    expect(dueStep({ state: 'announced', opensAt, closesAt }, opensAt)).toBe('open');
  });

  it('closes it after the last moment of its window', () => {
    expect(dueStep({ state: 'open', opensAt, closesAt }, closesAt)).toBeNull();
    expect(dueStep({ state: 'open', opensAt, closesAt }, new Date('2026-06-01T08:00:00.001Z'))).toBe('closed');
  });

  it('moves nothing that was never announced', () => {
    for (const state of ['draft', 'approved', 'closed', 'cancelled'] as const)
      expect(dueStep({ state, opensAt, closesAt }, new Date('2027-01-01T00:00:00Z'))).toBeNull();
  });
});

describe('every way that people and clock may take together', () => {
  const opensAt = new Date(1000);
  const closesAt = new Date(2000);
  const turn = fc.record({ role: fc.constantFrom(...roles), choice: fc.nat(3), later: fc.nat(700) });

  it('follows the table, never returns behind the announcement and never leaves an end', () => {
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 20 }), (turns) => {
        let state: EventState = eventLifecycle.first;
        let now = 0;
        for (const { role, choice, later } of turns) {
          now += later;
          const offered = nextStates(state, permissionsOf([role]));
          const to: EventState | null = dueStep({ state, opensAt, closesAt }, new Date(now)) ?? offered[choice] ?? null;
          if (to === null) continue;
          expect(eventLifecycle.allows(state, to)).toBe(true);
          if (isAnnounced(state)) expect(['draft', 'approved']).not.toContain(to);
          state = to;
        }
        if (eventLifecycle.isFinal(state)) expect(nextStates(state, permissionsOf([...roles]))).toEqual([]);
      }),
    );
  });
});
