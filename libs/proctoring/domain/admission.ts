import type {
  CheckName,
  DeviceReport,
  MySitting,
  Problem,
  Profile,
  RuleSetValues,
  SittingState,
} from '@aigaq/contracts';

/** When identities are compared: so many minutes before the window opens. */
export function admissionFrom(opensAt: Date, values: Pick<RuleSetValues, 'admissionMinutes'>): Date {
  return new Date(opensAt.getTime() - values.admissionMinutes * 60_000);
}

export type AdmissionStep = 'consent' | 'device' | 'identity' | 'wait' | 'start' | 'none';

/**
 * What the person does next. Consent, device and rehearsal may be done on any day before; identity from the beginning
 * of admission on; the start while the window is open.
 */
export function nextStep(
  state: SittingState,
  profile: Pick<Profile, 'identity'>,
  times: { admissionFrom: Date; opensAt: Date; closesAt: Date },
  now: Date,
): AdmissionStep {
  if (now >= times.closesAt) return 'none';
  switch (state) {
    case 'invited':
      return 'consent';
    case 'checking':
      return 'device';
    case 'waiting':
      return profile.identity && now >= times.admissionFrom ? 'identity' : 'wait';
    case 'identifying':
      return 'wait';
    case 'ready':
      return now >= times.opensAt ? 'start' : 'wait';
    case 'live':
    case 'interrupted':
    case 'ended':
    case 'in_review':
    case 'closed':
    case 'refused':
    case 'absent':
    case 'void':
      return 'none';
  }
}

/** What a moment allows of one step: `too_early`, `too_late` or nothing against it. */
export function problemOfMoment(from: Date, until: Date, now: Date): Problem | null {
  if (now < from) return { code: 'too_early', params: { at: from.toISOString() } };
  if (now >= until) return { code: 'too_late', params: { at: until.toISOString() } };
  return null;
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

/** Whether the candidate may still ask for another way: at any time before the start, once. */
export function mayAskAlternative(sitting: Pick<MySitting, 'state'>): boolean {
  return ['invited', 'checking', 'waiting', 'identifying', 'ready', 'refused'].includes(sitting.state);
}
