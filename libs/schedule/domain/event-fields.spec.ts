import fc from 'fast-check';

import { problemsOfPlan } from './event-fields';

const now = new Date('2026-06-01T04:00:00Z');
const minute = 60_000;
const plan = {
  opensAt: '2026-06-01T05:00:00Z',
  closesAt: '2026-06-01T08:00:00Z',
  durationSeconds: 3600,
  profile: 'none' as const,
  profileReason: '',
};
const codes = (part: Partial<Parameters<typeof problemsOfPlan>[0]>) =>
  problemsOfPlan({ ...plan, ...part }, now).map(({ code }) => code);
const at = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString();

describe('the plan of an event', () => {
  it('is in order when its window lies ahead and holds the duration', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ durationSeconds: 3 * 3600 })).toEqual([]);
    expect(codes({ durationSeconds: 3 * 3600 + 1 })).toEqual(['window_shorter_than_duration']);
  });

  it('may begin a little in the past, because filling in takes its time', () => {
    expect(codes({ opensAt: at(-15 * minute) })).toEqual([]);
    expect(codes({ opensAt: at(-15 * minute - 1) })).toEqual(['in_the_past']);
  });

  it('does not end before it starts, nor in the same moment', () => {
    expect(codes({ closesAt: plan.opensAt })).toEqual(['ends_before_start']);
    expect(codes({ opensAt: '2026-06-01T11:00:00+05:00', closesAt: '2026-06-01T06:00:00Z' })).toEqual([
      'ends_before_start',
    ]);
  });

  it('gives a reason for proctoring above "light"', () => {
    expect(codes({ profile: 'light' })).toEqual([]);
    expect(codes({ profile: 'standard', profileReason: '  .  ' })).toEqual(['profile_needs_reason']);
    expect(codes({ profile: 'standard', profileReason: 'Қашықтан' })).toEqual([]);
  });

  it('never holds when the person could not sit it in full', () => {
    const span = fc.integer({ min: -100 * 3600, max: 100 * 3600 });
    fc.assert(
      fc.property(span, span, fc.integer({ min: 60, max: 6 * 3600 }), (opens, closes, durationSeconds) => {
        const problems = codes({ opensAt: at(opens * 1000), closesAt: at(closes * 1000), durationSeconds });
        const fits = closes - opens >= durationSeconds && closes > 0 && opens >= -15 * 60;
        expect(problems.length === 0).toBe(fits);
      }),
    );
  });
});
