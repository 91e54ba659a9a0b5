import type { MySitting } from '@aigaq/contracts';

import { isOpen, nextDeed, nextStep, stageOf, stepsOf } from './steps';

const hour = 3_600_000;
const opens = Date.parse('2026-11-23T10:00:00Z');
const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
const name = { kk: 'а', ru: 'а', en: 'a' };

const sitting = (changes: Partial<MySitting> = {}): MySitting => ({
  id: '00000000-0000-7000-8000-000000000001',
  event: {
    id: '00000000-0000-7000-8000-000000000002',
    kind: 'final_control',
    title: name,
    discipline: name,
    language: 'kk',
    opensAt: iso(opens),
    closesAt: iso(opens + 3 * hour),
    admissionFrom: iso(opens - hour / 3),
    durationSeconds: 3600,
    aids: '',
    items: 10,
  },
  state: 'invited',
  profile: {
    name: 'standard',
    version: 1,
    records: ['camera', 'screen', 'microphone'],
    fullScreen: true,
    identity: true,
    detectors: [],
    aloneInRoom: false,
  },
  silencedDetectors: [],
  clock: { now: iso(opens), startedAt: null, endsAt: null, remainingSeconds: 3600, grantedSeconds: 0, pausedAt: null },
  consentedAt: null,
  deviceCheckedAt: null,
  rehearsedAt: null,
  identity: { state: 'none', reason: '' },
  alternative: null,
  reason: '',
  receiptNumber: null,
  recordingUntil: null,
  ...changes,
});
const equipped = { equipped: true, rehearsalSkipped: false };
const bare = { equipped: false, rehearsalSkipped: false };

describe('the steps of admission', () => {
  it('leave out identity where the profile does not ask for it', () => {
    expect(stepsOf(sitting())).toEqual(['consent', 'device', 'rehearsal', 'identity', 'wait']);
    const profile = { ...sitting().profile, identity: false };
    expect(stepsOf(sitting({ profile }))).toEqual(['consent', 'device', 'rehearsal', 'wait']);
  });

  it('come one after the other', () => {
    expect(nextStep(sitting(), bare)).toBe('consent');
    expect(nextStep(sitting({ state: 'checking' }), bare)).toBe('device');
    const checked = { state: 'waiting', deviceCheckedAt: iso(opens) } as const;
    expect(nextStep(sitting(checked), equipped)).toBe('rehearsal');
    expect(nextStep(sitting(checked), { ...equipped, rehearsalSkipped: true })).toBe('identity');
    expect(nextStep(sitting({ ...checked, rehearsedAt: iso(opens) }), equipped)).toBe('identity');
    const known = { ...checked, state: 'ready', identity: { state: 'confirmed', reason: '' } } as const;
    expect(nextStep(sitting({ ...known, rehearsedAt: iso(opens) }), equipped)).toBe('wait');
  });

  it('ask for the devices again after a reload, for the tracks died with the page', () => {
    const ready = sitting({
      state: 'ready',
      deviceCheckedAt: iso(opens),
      rehearsedAt: iso(opens),
      identity: { state: 'confirmed', reason: '' },
    });
    expect(nextStep(ready, bare)).toBe('device');
  });

  it('may be looked back at, and not ahead', () => {
    const checked = sitting({ state: 'waiting', deviceCheckedAt: iso(opens) });
    expect(isOpen('consent', checked, equipped)).toBe(true);
    expect(isOpen('rehearsal', checked, equipped)).toBe(true);
    expect(isOpen('wait', checked, equipped)).toBe(false);
  });
});

describe('what to do next', () => {
  it('follows the time until the window closes', () => {
    const { event } = sitting();
    expect(nextDeed(sitting(), opens - 24 * hour)).toBe('prepare');
    expect(nextDeed(sitting({ deviceCheckedAt: iso(0), rehearsedAt: iso(0) }), opens - 24 * hour)).toBe('prepared');
    expect(nextDeed(sitting(), Date.parse(event.admissionFrom))).toBe('admission');
    expect(nextDeed(sitting(), opens)).toBe('start');
    expect(nextDeed(sitting(), Date.parse(event.closesAt))).toBe('missed');
  });

  it('is going back to an exam that runs, even after the window closed', () => {
    expect(nextDeed(sitting({ state: 'live' }), opens + 9 * hour)).toBe('continue');
    expect(nextDeed(sitting({ state: 'interrupted' }), opens)).toBe('continue');
  });

  it('is looking at the record afterwards, also after a refusal', () => {
    for (const state of ['ended', 'in_review', 'closed', 'refused', 'absent'] as const)
      expect(nextDeed(sitting({ state }), opens)).toBe('record');
    expect(nextDeed(sitting({ state: 'void' }), opens)).toBe('none');
  });

  it('says what became of the wish for another way', () => {
    const wish = { requestedAt: iso(0), reason: '', answeredAt: null, granted: null, answer: '' };
    expect(nextDeed(sitting({ alternative: wish }), opens - hour)).toBe('alternative_waits');
    const granted = { ...wish, answeredAt: iso(1), granted: true, answer: 'Room 5' };
    expect(nextDeed(sitting({ alternative: granted }), opens - hour)).toBe('alternative_granted');
    expect(nextDeed(sitting({ alternative: { ...granted, granted: false } }), opens)).toBe('start');
  });
});

describe('the page of a sitting', () => {
  it('is one for each state', () => {
    expect(stageOf('identifying')).toBe('admission');
    expect(stageOf('interrupted')).toBe('exam');
    expect(stageOf('in_review')).toBe('over');
    expect(stageOf('refused')).toBe('refused');
  });
});
