import fc from 'fast-check';

import { SimpleWatch } from './simple-watch';

function watch(): SimpleWatch {
  let made = 0;
  return new SimpleWatch('window', { graceMs: 2000, mergeMs: 1000 }, () => `id-${++made}`);
}

describe('the watch of the window', () => {
  it('opens after the grace, as of the moment when the window was left', () => {
    const subject = watch();
    expect(subject.set(500, true, { via: 'hidden' })).toEqual([]);
    expect(subject.tick(2499)).toEqual([]);
    expect(subject.tick(2500)).toEqual([
      {
        change: 'opened',
        observation: {
          id: 'id-1',
          code: 'SCR-01',
          detector: 'window',
          detectorVersion: '1',
          startedAt: 500,
          endedAt: null,
          confidence: 1,
          detail: { via: 'hidden' },
        },
      },
    ]);
  });

  it('notices it at the return when no timer ran while the page was hidden', () => {
    const subject = watch();
    subject.set(0, true);
    expect(subject.set(600_000, false).map(({ change }) => change)).toEqual(['opened']);
    expect(subject.tick(601_000)).toEqual([
      { change: 'closed', observation: expect.objectContaining({ startedAt: 0, endedAt: 600_000 }) },
    ]);
  });

  it('leaves a glance aside alone', () => {
    const subject = watch();
    subject.set(0, true);
    expect([...subject.set(1999, false), ...subject.tick(60_000)]).toEqual([]);
  });

  it('makes one observation of a window that loses the focus and is hidden right after', () => {
    const subject = watch();
    const changes = [
      ...subject.set(0, true, { via: 'focus-lost' }),
      ...subject.set(20, true, { via: 'hidden' }),
      ...subject.tick(3000),
      ...subject.set(9000, true, { via: 'focus-lost' }),
      ...subject.set(9020, false),
      ...subject.tick(11_000),
    ];
    expect(changes.map(({ change }) => change)).toEqual(['opened', 'updated', 'closed']);
  });

  it('lets leaving pass while it is allowed, and counts what is still so afterwards from then on', () => {
    const subject = watch();
    subject.suspend(0, true);
    subject.set(1000, true);
    expect(subject.tick(60_000)).toEqual([]);
    subject.suspend(60_000, false);
    expect(subject.tick(62_000)).toEqual([
      { change: 'opened', observation: expect.objectContaining({ startedAt: 60_000 }) },
    ]);
  });

  it('ends what is open when leaving becomes allowed', () => {
    const subject = watch();
    subject.set(0, true);
    subject.tick(5000);
    expect(subject.suspend(6000, true)).toEqual([
      { change: 'closed', observation: expect.objectContaining({ endedAt: 6000, detail: { ended: 'stopped' } }) },
    ]);
  });

  it('covers, whatever the page does, every absence that was long enough, in as many pieces as there were long returns', () => {
    const stay = fc.record({ away: fc.integer({ min: 2000, max: 9000 }), back: fc.integer({ min: 1, max: 5000 }) });
    fc.assert(
      fc.property(fc.array(stay, { minLength: 1, maxLength: 20 }), (stays) => {
        const subject = watch();
        let at = 0;
        const changes = stays.flatMap(({ away, back }) => {
          const left = subject.set(at, true);
          const returned = subject.set((at += away), false);
          at += back;
          return [...left, ...returned];
        });
        changes.push(...subject.tick(at + 10_000));
        const pieces = 1 + stays.slice(0, -1).filter(({ back }) => back >= 1000).length;
        expect(changes.filter(({ change }) => change === 'opened')).toHaveLength(pieces);
        expect(changes.filter(({ change }) => change === 'closed')).toHaveLength(pieces);
      }),
    );
  });
});
