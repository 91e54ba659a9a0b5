import { silencedAfter } from './accommodation';

describe('silenced detectors', () => {
  it('follow the roster until the person has agreed', () => {
    expect(silencedAfter('invited', ['CAM-01'], ['SCR-01'])).toEqual(['SCR-01']);
  });

  it('only become more once the person has agreed to the rest', () => {
    expect(silencedAfter('live', ['CAM-01'], [])).toEqual(['CAM-01']);
    expect(silencedAfter('waiting', ['CAM-01'], ['SCR-01', 'CAM-01'])).toEqual(['CAM-01', 'SCR-01']);
  });
});
