import { profile, profileNames } from '@aigaq/contracts';

import { needsProctor, needsReason, profiles } from './profiles';

describe('the proctoring profiles', () => {
  it.each(profileNames)('say of "%s" what the wire allows', (name) => {
    expect(profile.parse(profiles[name])).toEqual(profiles[name]);
    expect(profiles[name].name).toBe(name);
  });

  it('collect more from step to step', () => {
    const sizes = profileNames.map((name) => profiles[name].records.length + profiles[name].detectors.length);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(profiles.none).toMatchObject({ records: [], detectors: [], identity: false });
  });

  it('ask a reason and a proctor only above "light"', () => {
    expect(profileNames.filter(needsReason)).toEqual(['standard', 'strict']);
    expect(profileNames.filter((name) => needsProctor(profiles[name]))).toEqual(['standard', 'strict']);
  });
});
