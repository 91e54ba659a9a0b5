import { remainingAt } from './remaining';
import { PendingDeeds, type PendingDeed } from './pending-deeds';

function trial() {
  let now = 0;
  const due: { at: number; run: () => void; stopped: boolean }[] = [];
  const done: PendingDeed[] = [];
  const deeds = new PendingDeeds({
    now: () => now,
    after: (milliseconds, run) => {
      const timer = { at: now + milliseconds, run, stopped: false };
      due.push(timer);
      return () => (timer.stopped = true);
    },
  });
  deeds.onDue((deed) => done.push(deed));
  const pass = (seconds: number): void => {
    now += seconds * 1000;
    for (const timer of due.splice(0)) {
      if (timer.stopped) continue;
      if (timer.at <= now) timer.run();
      else due.push(timer);
    }
  };
  return { deeds, done, pass };
}

const end = { id: 'x', kind: 'end', sittingId: 's', name: 'A', reason: 'because' } as const;

describe('a heavy action', () => {
  it('is carried out after ten seconds, once', () => {
    const { deeds, done, pass } = trial();
    deeds.add(end);
    pass(9);
    expect(done).toEqual([]);
    expect(deeds.snapshot()).toHaveLength(1);
    pass(1);
    pass(60);
    expect(done.map((deed) => deed.id)).toEqual(['x']);
    expect(deeds.snapshot()).toEqual([]);
  });

  it('does nothing once it is taken back', () => {
    const { deeds, done, pass } = trial();
    deeds.add(end);
    pass(5);
    deeds.undo('x');
    pass(60);
    expect(done).toEqual([]);
  });

  it('gives way to a second one for the same candidate', () => {
    const { deeds, done, pass } = trial();
    deeds.add(end);
    deeds.add({ ...end, id: 'y', reason: 'better' });
    deeds.add({ ...end, id: 'z', sittingId: 'other' });
    pass(10);
    expect(done.map((deed) => deed.id)).toEqual(['y', 'z']);
  });

  it('is forgotten with the page', () => {
    const { deeds, done, pass } = trial();
    deeds.add(end);
    deeds.undoAll();
    pass(60);
    expect(done).toEqual([]);
  });
});

describe('the time that is left', () => {
  const clock = { now: '', startedAt: null, remainingSeconds: 90, grantedSeconds: 0, pausedAt: null };

  it('goes by the server’s clock', () => {
    expect(remainingAt({ ...clock, endsAt: '2026-01-01T10:00:00.000Z' }, Date.parse('2026-01-01T09:59:00.000Z'))).toBe(
      60,
    );
    expect(remainingAt({ ...clock, endsAt: '2026-01-01T10:00:00.000Z' }, Date.parse('2026-01-01T10:01:00.000Z'))).toBe(
      0,
    );
  });

  it('stands still before the start and while paused', () => {
    expect(remainingAt({ ...clock, endsAt: null }, Date.now())).toBe(90);
  });
});
