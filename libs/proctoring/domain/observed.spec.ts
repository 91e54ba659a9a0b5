import { profiles } from '@aigaq/schedule';

import { isActive, observedAt, observedUntil, type Opened } from './observed';

const at = (seconds: number) => new Date(Date.UTC(2026, 5, 1, 9) + seconds * 1000);
const plan = { durationSeconds: 3600, closesAt: at(7200), endedAt: null };
const started = { id: '1', at: at(0), kind: 'started', seconds: null } as const;
const sitting = {
  state: 'live',
  profile: profiles.standard,
  silencedDetectors: [],
  startedAt: at(0),
  endedAt: null,
} as const;
const opened = (seconds: number, code: Opened['code'] = 'SCR-01'): Opened => ({
  kind: 'observation_opened',
  sequence: 1,
  at: at(seconds).toISOString(),
  observationId: '01890000-0000-7000-8000-000000000000',
  code,
  detector: 'window',
  detectorVersion: '1',
  confidence: 1,
});

describe('a reported observation', () => {
  it('begins when the browser says, but not before the start and not in the future', () => {
    expect(observedAt(opened(10), sitting, plan, [started], at(20))).toEqual(at(10));
    expect(observedAt(opened(-30), sitting, plan, [started], at(20))).toEqual(at(0));
    expect(observedAt(opened(900), sitting, plan, [started], at(20))).toEqual(at(20));
  });

  it('makes no flag when its detector is off for the event or for the person', () => {
    expect(
      observedAt(opened(10, 'PER-01'), { ...sitting, profile: profiles.light }, plan, [started], at(20)),
    ).toBeNull();
    expect(observedAt(opened(10), { ...sitting, silencedDetectors: ['SCR-01'] }, plan, [started], at(20))).toBeNull();
    expect(isActive('SCR-01', { profile: profiles.none, silencedDetectors: [] })).toBe(false);
  });

  it('makes no flag before the start, in a pause, after the end or in a closed case', () => {
    const paused = { id: '2', at: at(5), kind: 'paused', seconds: null } as const;
    expect(observedAt(opened(10), { ...sitting, startedAt: null }, plan, [], at(20))).toBeNull();
    expect(observedAt(opened(10), sitting, plan, [started, paused], at(20))).toBeNull();
    expect(observedAt(opened(10), { ...sitting, state: 'ended', endedAt: at(8) }, plan, [started], at(20))).toBeNull();
    expect(
      observedAt(opened(10), { ...sitting, state: 'closed', endedAt: at(90) }, plan, [started], at(95)),
    ).toBeNull();
  });

  it('ends neither before it began nor after the sitting', () => {
    expect(observedUntil(at(10), at(5), { endedAt: null }, at(20))).toEqual(at(10));
    expect(observedUntil(at(10), at(50), { endedAt: null }, at(20))).toEqual(at(20));
    expect(observedUntil(at(10), at(50), { endedAt: at(15) }, at(20))).toEqual(at(15));
  });
});
