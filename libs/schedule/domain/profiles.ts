import { detectedCodes, profileNames, type Profile, type ProfileName } from '@aigaq/contracts';

/**
 * What each profile collects (DP-05, DP-07). A change of any line is a new `version`: events that were announced keep
 * the copy that their candidates consented to.
 */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  none: {
    name: 'none',
    version: 1,
    records: [],
    fullScreen: false,
    identity: false,
    detectors: [],
    aloneInRoom: false,
  },
  light: {
    name: 'light',
    version: 1,
    records: ['camera', 'microphone'],
    fullScreen: false,
    identity: false,
    detectors: ['CAM-01', 'SCR-01', 'NET-01'],
    aloneInRoom: false,
  },
  standard: {
    name: 'standard',
    version: 1,
    records: ['camera', 'screen', 'microphone'],
    fullScreen: true,
    identity: true,
    detectors: [...detectedCodes],
    aloneInRoom: false,
  },
  strict: {
    name: 'strict',
    version: 1,
    records: ['camera', 'screen', 'microphone'],
    fullScreen: true,
    identity: true,
    detectors: [...detectedCodes],
    aloneInRoom: true,
  },
};

/** Proctoring above "light" needs its reason in writing (DP-07). */
export function needsReason(name: ProfileName): boolean {
  return profileNames.indexOf(name) > profileNames.indexOf('light');
}

/** Somebody has to compare faces and to watch: without a proctor nobody could be admitted. */
export function needsProctor(profile: Pick<Profile, 'identity' | 'aloneInRoom'>): boolean {
  return profile.identity || profile.aloneInRoom;
}
