import { sittingLifecycle, statesBeforeStart } from './sitting-lifecycle';

describe('a sitting', () => {
  it('goes the whole way from the invitation to the closed case', () => {
    const way = [
      'invited',
      'checking',
      'waiting',
      'identifying',
      'ready',
      'live',
      'interrupted',
      'live',
      'ended',
      'in_review',
      'closed',
    ] as const;
    for (const [index, to] of way.slice(1).entries())
      expect(sittingLifecycle.allows(way[index] ?? 'closed', to)).toBe(true);
  });

  it('cannot start without having been made ready', () => {
    expect(sittingLifecycle.before('live')).toEqual(['ready', 'interrupted']);
  });

  it('can be withdrawn or missed as long as it has not begun, and never after', () => {
    expect(sittingLifecycle.before('void')).toEqual(statesBeforeStart);
    expect(sittingLifecycle.before('absent')).toEqual(statesBeforeStart);
  });
});
