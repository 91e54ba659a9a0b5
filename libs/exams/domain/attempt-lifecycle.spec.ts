import { attemptLifecycle, isGradeable, isHandedIn } from './attempt-lifecycle';

describe('the lifecycle of an attempt', () => {
  it('goes on after a pause, and may end in one', () => {
    expect(attemptLifecycle.allows('open', 'paused')).toBe(true);
    expect(attemptLifecycle.allows('paused', 'open')).toBe(true);
    expect(attemptLifecycle.allows('paused', 'expired')).toBe(true);
  });

  it('never opens again what was handed in', () => {
    for (const state of attemptLifecycle.states.filter(isHandedIn))
      expect(attemptLifecycle.next(state)).not.toContain('open');
  });

  it('takes marks from the end of the sitting until they are final', () => {
    expect(attemptLifecycle.states.filter(isGradeable)).toEqual(['submitted', 'expired', 'graded']);
  });
});
