import type { DeviceReport, SittingState } from '@aigaq/contracts';

import { admissionFrom, type AdmissionStep, problemOfStep, problemsOfDevice, stateAfterDevice } from './admission';

const opensAt = new Date('2026-06-01T09:00:00Z');
const closesAt = new Date('2026-06-01T11:00:00Z');
const times = { opensAt, closesAt, admissionFrom: admissionFrom(opensAt, { admissionMinutes: 20 }) };
const watched = { identity: true, records: ['camera', 'screen', 'microphone'] as const };
const code = (step: AdmissionStep, state: SittingState, now: string, identity = true) =>
  problemOfStep(step, { state, profile: { identity } }, times, new Date(`2026-06-01T${now}:00Z`))?.code;

describe('admission', () => {
  it('lets consent, device and rehearsal happen on any day before', () => {
    const weekBefore = new Date('2026-05-25T09:00:00Z');
    const problem = (step: AdmissionStep, state: SittingState) =>
      problemOfStep(step, { state, profile: { identity: true } }, times, weekBefore);
    expect(problem('consent', 'invited')).toBeNull();
    expect(problem('device', 'checking')).toBeNull();
    expect(problem('rehearsal', 'waiting')).toBeNull();
    expect(problem('identity', 'waiting')?.code).toBe('too_early');
  });

  it('compares identities from twenty minutes before the opening on', () => {
    expect(code('identity', 'waiting', '08:39')).toBe('too_early');
    expect(code('identity', 'waiting', '08:40')).toBeUndefined();
    expect(code('identity', 'identifying', '08:50')).toBeUndefined();
  });

  it('asks nobody for an identity that the profile does not ask for', () => {
    expect(code('identity', 'waiting', '09:00', false)).toBe('not_in_this_state');
    expect(stateAfterDevice({ identity: false })).toBe('ready');
    expect(stateAfterDevice({ identity: true })).toBe('waiting');
  });

  it('starts only who is ready, and only while the window is open', () => {
    expect(code('start', 'waiting', '09:10')).toBe('not_in_this_state');
    expect(code('start', 'ready', '08:59')).toBe('too_early');
    expect(code('start', 'ready', '09:00')).toBeUndefined();
    expect(code('start', 'ready', '11:00')).toBe('too_late');
  });

  it('lets somebody in the room show his device again, even after the window closed', () => {
    expect(code('device', 'live', '11:30')).toBeUndefined();
    expect(code('device', 'checking', '11:30')).toBe('too_late');
    expect(code('device', 'invited', '09:30')).toBe('not_in_this_state');
  });

  it('hears a request for another way until the start', () => {
    expect(code('alternative', 'invited', '12:00')).toBeUndefined();
    expect(code('alternative', 'live', '10:00')).toBe('not_in_this_state');
  });
});

describe('a device check', () => {
  const good: DeviceReport = {
    checks: (['browser', 'storage', 'connection', 'camera', 'screen', 'microphone'] as const).map((name) => ({
      name,
      passed: true,
      detail: '',
    })),
    userAgent: 'test',
    camera: { label: 'c', width: 640, height: 480, framesPerSecond: 15 },
    microphone: { label: 'm', peak: 0.4 },
    screen: { surface: 'monitor', width: 1920, height: 1080 },
    uploadKbps: 900,
    roundTripMs: 30,
  };
  const fields = (report: DeviceReport, profile = watched) =>
    problemsOfDevice({ records: [...profile.records] }, report).map((problem) => problem.field);

  it('passes with what the profile needs', () => {
    expect(fields(good)).toEqual([]);
    expect(
      fields(
        { ...good, camera: null, microphone: null, screen: null, uploadKbps: null },
        { identity: true, records: [] as never },
      ),
    ).toEqual([]);
  });

  it('names each thing that does not do', () => {
    expect(fields({ ...good, screen: { surface: 'browser', width: 800, height: 600 } })).toEqual(['screen.surface']);
    expect(fields({ ...good, camera: { label: '', width: 160, height: 120, framesPerSecond: 2 } })).toEqual([
      'camera.width',
      'camera.framesPerSecond',
    ]);
    expect(fields({ ...good, microphone: { label: '', peak: 0 }, uploadKbps: 40 })).toEqual([
      'microphone.peak',
      'uploadKbps',
    ]);
    expect(fields({ ...good, checks: [] })).toHaveLength(6);
  });
});
