import type { CheckName, DeviceReport, Problem, Profile, RuleSetValues, SittingState } from '@aigaq/contracts';

import { isRunning } from './sitting-lifecycle';

/** When identities are compared: so many minutes before the window opens. */
export function admissionFrom(opensAt: Date, values: Pick<RuleSetValues, 'admissionMinutes'>): Date {
  return new Date(opensAt.getTime() - values.admissionMinutes * 60_000);
}

export type AdmissionStep = 'consent' | 'alternative' | 'device' | 'rehearsal' | 'identity' | 'start';

export interface AdmissionTimes {
  readonly admissionFrom: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/** In which states a step may be taken. Whoever reloads the page in the middle of it all shows his device again. */
const statesOf: Readonly<Record<AdmissionStep, readonly SittingState[]>> = {
  consent: ['invited'],
  alternative: ['invited', 'checking', 'waiting', 'identifying', 'ready', 'refused'],
  device: ['checking', 'waiting', 'identifying', 'ready', 'live', 'interrupted'],
  rehearsal: ['checking', 'waiting', 'identifying', 'ready'],
  identity: ['waiting', 'identifying'],
  start: ['ready'],
};

/**
 * What stands against a step now, or null. Consent, device and rehearsal may be done on any day before; identity from
 * the beginning of admission on; the start while the window is open. Who is in the room already is asked for no time.
 */
export function problemOfStep(
  step: AdmissionStep,
  sitting: { readonly state: SittingState; readonly profile: Pick<Profile, 'identity'> },
  times: AdmissionTimes,
  now: Date,
): Problem | null {
  const unneeded = step === 'identity' && !sitting.profile.identity;
  if (unneeded || !statesOf[step].includes(sitting.state)) return { code: 'not_in_this_state' };
  if (isRunning(sitting.state) || step === 'alternative') return null;
  const from = step === 'identity' ? times.admissionFrom : step === 'start' ? times.opensAt : null;
  if (from !== null && now < from) return { code: 'too_early', params: { at: from.toISOString() } };
  return now >= times.closesAt ? { code: 'too_late', params: { at: times.closesAt.toISOString() } } : null;
}

/** Where a passed device check leads. */
export function stateAfterDevice(profile: Pick<Profile, 'identity'>): Extract<SittingState, 'waiting' | 'ready'> {
  return profile.identity ? 'waiting' : 'ready';
}

/**
 * What the equipment must give at least. KBTU asks 640×480 at 15 frames/s; ours is the low-bandwidth profile that was
 * made for slow lines: camera 320×240 at 5 frames/s, and 200 kbit/s for camera, sound and screen together.
 */
export const deviceMinimum = {
  cameraWidth: 320,
  cameraHeight: 240,
  cameraFramesPerSecond: 5,
  uploadKbps: 200,
} as const;

/** Checks that a profile needs; a profile that records nothing only needs a browser that keeps the answers. */
export function neededChecks(profile: Pick<Profile, 'records'>): CheckName[] {
  return ['browser', 'storage', 'connection', ...profile.records];
}

/**
 * What is wrong with the equipment, field by field; an empty list is a passed check. None of it is held against anyone.
 */
export function problemsOfDevice(profile: Pick<Profile, 'records'>, report: DeviceReport): Problem[] {
  const failed = neededChecks(profile).filter(
    (name) => !report.checks.some((check) => check.name === name && check.passed),
  );
  const fields = [
    ...failed.map((name) => `checks.${name}`),
    ...profile.records.flatMap((source) => problemsOfSource[source](report)),
    ...problemsOfLine(profile, report),
  ];
  return [...new Set(fields)].map((field) => ({ code: 'device_check_failed', field }));
}

const problemsOfSource: Readonly<Record<Profile['records'][number], (report: DeviceReport) => string[]>> = {
  camera({ camera }) {
    if (camera === null) return ['camera'];
    const small = camera.width < deviceMinimum.cameraWidth || camera.height < deviceMinimum.cameraHeight;
    const slow = camera.framesPerSecond < deviceMinimum.cameraFramesPerSecond;
    return [...(small ? ['camera.width'] : []), ...(slow ? ['camera.framesPerSecond'] : [])];
  },
  microphone({ microphone }) {
    if (microphone === null) return ['microphone'];
    return microphone.peak > 0 ? [] : ['microphone.peak'];
  },
  screen({ screen }) {
    if (screen === null) return ['screen'];
    return screen.surface === 'monitor' ? [] : ['screen.surface'];
  },
};

function problemsOfLine(profile: Pick<Profile, 'records'>, report: DeviceReport): string[] {
  if (profile.records.length === 0) return [];
  return report.uploadKbps === null || report.uploadKbps < deviceMinimum.uploadKbps ? ['uploadKbps'] : [];
}
