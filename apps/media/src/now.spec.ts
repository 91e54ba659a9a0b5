import { followClock, steadyNow } from './now';

describe('the time of the media node', () => {
  afterEach(() => followClock(true));

  it('follows a clock that was set forwards, or a machine that slept, at once', () => {
    const hour = Date.now() + 3_600_000;
    followClock(false, hour);
    expect(steadyNow()).toBeGreaterThanOrEqual(hour);
  });

  it('goes back only when nothing is recorded', () => {
    const before = steadyNow();
    followClock(false, before - 60_000);
    expect(steadyNow()).toBeGreaterThanOrEqual(before);
    followClock(true, before - 60_000);
    expect(steadyNow()).toBeLessThan(before);
  });

  it('takes no notice of what a clock is out by anyway', () => {
    const before = steadyNow();
    followClock(true, before - 500);
    expect(steadyNow()).toBeGreaterThanOrEqual(before);
  });
});
