import fc from 'fast-check';

import { isPausedAt, runningSecondsBetween, sittingClockAt, type TimeFact, type TimePlan } from './sitting-clock';

const nine = Date.UTC(2026, 5, 1, 9);
const at = (seconds: number) => new Date(nine + seconds * 1000);
const plan: TimePlan = { durationSeconds: 3600, closesAt: at(7200), endedAt: null };
let number = 0;
const fact = (seconds: number, kind: TimeFact['kind'], gift: number | null = null): TimeFact => ({
  id: String(number++).padStart(6, '0'),
  at: at(seconds),
  kind,
  seconds: gift,
});
const remaining = (facts: readonly TimeFact[], seconds: number, of = plan) =>
  sittingClockAt(of, facts, at(seconds)).remainingSeconds;

describe('the time of a sitting', () => {
  it('stands at its whole length before the start, with the extra time of the person', () => {
    expect(remaining([], 0)).toBe(3600);
    expect(sittingClockAt(plan, [fact(-60, 'extra', 600)], at(0))).toMatchObject({
      remainingSeconds: 4200,
      startedAt: null,
      endsAt: null,
    });
  });

  it('runs from the start to the end of the duration', () => {
    const facts = [fact(0, 'started')];
    expect(sittingClockAt(plan, facts, at(60))).toMatchObject({
      remainingSeconds: 3540,
      endsAt: at(3600).toISOString(),
    });
    expect(remaining(facts, 3601)).toBe(0);
  });

  it('is cut at the closing of the window for whoever starts late, but not in the extra time', () => {
    const facts = [fact(-60, 'extra', 600), fact(5400, 'started')];
    expect(remaining(facts, 5400)).toBe(1800 + 600);
  });

  it('reaches beyond the closing by pauses and gifts', () => {
    const facts = [fact(5400, 'started'), fact(5500, 'paused'), fact(7500, 'resumed'), fact(7600, 'granted', 120)];
    expect(sittingClockAt(plan, facts, at(7600)).endsAt).toBe(at(7200 + 2000 + 120).toISOString());
  });

  it('stands still in a pause and says since when', () => {
    const facts = [fact(0, 'started'), fact(600, 'paused')];
    expect(sittingClockAt(plan, facts, at(900))).toMatchObject({
      remainingSeconds: 3000,
      endsAt: null,
      pausedAt: at(600).toISOString(),
    });
    expect(isPausedAt(plan, facts, at(599))).toBe(false);
    expect(isPausedAt(plan, facts, at(601))).toBe(true);
  });

  it('takes time that is given in a pause', () => {
    const facts = [fact(0, 'started'), fact(600, 'paused'), fact(700, 'granted', 60), fact(800, 'resumed')];
    expect(remaining(facts, 750)).toBe(3060);
    expect(remaining(facts, 800)).toBe(3060);
  });

  it('is not brought back by a pause that comes after it ran out', () => {
    const facts = [fact(0, 'started'), fact(3700, 'paused'), fact(3800, 'resumed')];
    expect(remaining(facts, 3800)).toBe(0);
  });

  it('takes the newest word on the extra time, also while it runs', () => {
    const facts = [fact(-60, 'extra', 600), fact(0, 'started'), fact(100, 'extra', 300)];
    expect(remaining(facts, 50)).toBe(4150);
    expect(remaining(facts, 100)).toBe(3800);
  });

  it('stands still after the end', () => {
    const ended = { ...plan, endedAt: at(1000) };
    expect(remaining([fact(0, 'started')], 9000, ended)).toBe(2600);
  });

  it('counts a loss only as far as time was running', () => {
    const facts = [fact(0, 'started'), fact(100, 'paused'), fact(200, 'resumed')];
    expect(runningSecondsBetween(plan, facts, at(-50), at(250))).toBe(150);
    expect(runningSecondsBetween(plan, facts, at(120), at(180))).toBe(0);
    expect(runningSecondsBetween({ ...plan, endedAt: at(220) }, facts, at(210), at(300))).toBe(10);
  });
});

const kinds = fc.constantFrom<TimeFact['kind']>('started', 'paused', 'resumed', 'granted');
const someFacts = fc
  .array(
    fc.record({ seconds: fc.integer({ min: -100, max: 8000 }), kind: kinds, gift: fc.integer({ min: 0, max: 900 }) }),
    {
      maxLength: 14,
    },
  )
  .map((list) =>
    list.map(({ seconds, kind, gift }, index): TimeFact => ({
      id: String(index).padStart(4, '0'),
      at: at(seconds),
      kind,
      seconds: kind === 'granted' ? gift : null,
    })),
  );
const moments = fc.tuple(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 2000 }));

describe('the time of a sitting, whatever happens to it', () => {
  it('never runs below zero and never above all that was given', () => {
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 0, max: 9000 }), (facts, seconds) => {
        const clock = sittingClockAt(plan, facts, at(seconds));
        expect(clock.remainingSeconds).toBeGreaterThanOrEqual(0);
        expect(clock.remainingSeconds).toBeLessThanOrEqual(3600 + clock.grantedSeconds);
      }),
    );
  });

  it('grows only by what is granted', () => {
    fc.assert(
      fc.property(someFacts, moments, (facts, [seconds, later]) => {
        const [before, after] = [at(seconds), at(seconds + later)];
        const given = facts
          .filter((one) => one.kind === 'granted' && one.at > before && one.at <= after)
          .reduce((sum, one) => sum + (one.seconds ?? 0), 0);
        const [first, second] = [sittingClockAt(plan, facts, before), sittingClockAt(plan, facts, after)];
        expect(second.remainingSeconds).toBeLessThanOrEqual(first.remainingSeconds + given + 1e-6);
      }),
    );
  });

  it('is the same in whatever order the facts became known', () => {
    const shuffled = someFacts.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 9000 }), ([facts, others], seconds) => {
        expect(sittingClockAt(plan, others, at(seconds))).toEqual(sittingClockAt(plan, facts, at(seconds)));
      }),
    );
  });

  it('does not hear what has not happened yet', () => {
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 0, max: 9000 }), (facts, seconds) => {
        const known = facts.filter((one) => one.at <= at(seconds));
        expect(sittingClockAt(plan, known, at(seconds))).toEqual(sittingClockAt(plan, facts, at(seconds)));
      }),
    );
  });

  it('has run or stood still for every second between two moments after the start', () => {
    fc.assert(
      fc.property(someFacts, moments, (facts, [seconds, later]) => {
        const lost = runningSecondsBetween(plan, facts, at(seconds), at(seconds + later));
        expect(lost).toBeGreaterThanOrEqual(0);
        expect(lost).toBeLessThanOrEqual(later);
      }),
    );
  });
});
