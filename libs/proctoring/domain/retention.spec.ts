import fc from 'fast-check';

import type { RuleSetValues } from '@aigaq/contracts';
import { shippedRuleSets } from '@aigaq/schedule';

import type { DecisionOutcome } from './decision-rules';
import { isDue, isHeld, type KeptSitting, keptUntil, recordingUntil } from './retention';

const [shipped] = shippedRuleSets;
if (!shipped) throw new Error('No rule set is shipped.');
const day = 24 * 3600 * 1000;

const moment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2035, 0, 1) }).map((at) => new Date(at));
const outcome = fc.constantFrom<DecisionOutcome>('cleared', 'retake', 'annulled');
const days = fc.integer({ min: 1, max: 3650 });
const rules = fc.tuple(days, days).map(([recordingDays, recordingDaysWithIncident]): RuleSetValues => {
  const retention = { ...shipped.values.retention, recordingDays, recordingDaysWithIncident };
  return { ...shipped.values, retention };
});
const sitting: fc.Arbitrary<KeptSitting> = fc.record({
  startedAt: fc.option(moment),
  endedAt: fc.option(moment),
  closesAt: moment,
  decision: fc.option(fc.record({ outcome, at: moment })),
});

describe('a recording', () => {
  it('is kept longer when something was found', () => {
    const decidedAt = new Date('2026-06-01T10:00:00Z');
    expect(recordingUntil(decidedAt, 'nothing_found', shipped.values)).toEqual(new Date('2026-07-01T10:00:00Z'));
    expect(recordingUntil(decidedAt, 'incident', shipped.values)).toEqual(new Date('2026-12-01T10:00:00Z'));
  });

  it('is never due while somebody sat and nobody has decided, however long ago', () => {
    fc.assert(
      fc.property(sitting, moment, rules, moment, (one, startedAt, values, now) => {
        const open = { ...one, startedAt, decision: null };
        expect(isHeld(open)).toBe(true);
        expect(keptUntil(open, values)).toBeNull();
        expect(isDue(open, values, now)).toBe(false);
      }),
    );
  });

  it('is kept exactly as many days after the decision as the rule set says for its outcome', () => {
    fc.assert(
      fc.property(sitting, outcome, moment, rules, (one, decided, at, values) => {
        const { recordingDays, recordingDaysWithIncident } = values.retention;
        const until = at.getTime() + (decided === 'cleared' ? recordingDays : recordingDaysWithIncident) * day;
        const closed = { ...one, decision: { outcome: decided, at } };
        expect(isDue(closed, values, new Date(until - 1))).toBe(false);
        expect(isDue(closed, values, new Date(until))).toBe(true);
      }),
    );
  });

  it('of somebody who never began goes after they left, or after nobody could begin any more', () => {
    fc.assert(
      fc.property(sitting, rules, (one, values) => {
        const never = { ...one, startedAt: null, decision: null };
        const from = never.endedAt ?? never.closesAt;
        expect(keptUntil(never, values)?.getTime()).toBe(from.getTime() + values.retention.recordingDays * day);
      }),
    );
  });

  it('once due stays due, and more days never make it go sooner', () => {
    fc.assert(
      fc.property(sitting, rules, days, moment, fc.nat(), (one, values, more, now, later) => {
        if (isDue(one, values, now)) expect(isDue(one, values, new Date(now.getTime() + later))).toBe(true);
        const { retention } = values;
        const longer = {
          ...values,
          retention: {
            ...retention,
            recordingDays: retention.recordingDays + more,
            recordingDaysWithIncident: retention.recordingDaysWithIncident + more,
          },
        };
        const [until, untilLonger] = [keptUntil(one, values), keptUntil(one, longer)];
        expect(untilLonger === null).toBe(until === null);
        if (until && untilLonger) expect(untilLonger.getTime()).toBe(until.getTime() + more * day);
      }),
    );
  });
});
