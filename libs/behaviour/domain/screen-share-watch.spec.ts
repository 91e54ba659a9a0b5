import { ScreenShareWatch } from './screen-share-watch';

function watch(): ScreenShareWatch {
  let made = 0;
  return new ScreenShareWatch({ mergeMs: 1000, muteGraceMs: 5000 }, () => `id-${++made}`);
}

const whole = { track: 'live', surface: 'monitor' } as const;

describe('the watch of the screen share', () => {
  it('says nothing before there was a share and while the whole screen is shared', () => {
    const subject = watch();
    expect([...subject.tick(0), ...subject.set(1000, whole), ...subject.tick(60_000)]).toEqual([]);
  });

  it('notices at once that the share ended, until another one is there', () => {
    const subject = watch();
    subject.set(0, whole);
    expect(subject.set(5000, { track: 'ended', surface: 'monitor' })).toEqual([
      {
        change: 'opened',
        observation: expect.objectContaining({
          code: 'SCR-03',
          startedAt: 5000,
          detail: { cause: 'ended', surface: 'monitor' },
        }),
      },
    ]);
    subject.set(9000, whole);
    expect(subject.tick(10_000)).toEqual([
      { change: 'closed', observation: expect.objectContaining({ endedAt: 9000 }) },
    ]);
  });

  it('notices a window or a tab in the place of the screen, and a change of the cause', () => {
    const subject = watch();
    const changes = [...subject.set(0, { track: 'live', surface: 'window' }), ...subject.set(3000, { track: 'none' })];
    expect(changes.map(({ change, observation }) => [change, observation.detail])).toEqual([
      ['opened', { cause: 'wrong-surface', surface: 'window' }],
      ['updated', { cause: 'ended' }],
    ]);
  });

  it('does not hold it against anyone that a browser does not tell the surface', () => {
    expect(watch().set(0, { track: 'live' })).toEqual([]);
  });

  it('takes a share that stands still for ended after its grace, as of when it stood still', () => {
    const subject = watch();
    subject.set(0, whole);
    subject.set(1000, { track: 'muted', surface: 'monitor' });
    expect(subject.tick(5999)).toEqual([]);
    expect(subject.tick(6000)).toEqual([
      {
        change: 'opened',
        observation: expect.objectContaining({ startedAt: 1000, detail: { cause: 'muted', surface: 'monitor' } }),
      },
    ]);
  });
});
