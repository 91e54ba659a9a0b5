import type { SittingRow } from '@aigaq/contracts';

import { longestUnseen, minutesUnseen, unseenGroups } from './attention';
import { countsOf, needs, passes, tileStateOf } from './tile-state';
import { arranged, kept, neighbour } from './wall-order';

const clock = { now: '', startedAt: null, endsAt: null, remainingSeconds: 0, grantedSeconds: 0, pausedAt: null };

function row(id: string, change: Partial<SittingRow> = {}): SittingRow {
  const common = { accountId: id, name: id, group: null, connectionSince: null, clock, identity: 'none' as const };
  const nothing = {
    openFlags: 0,
    flags: 0,
    unreadMessages: 0,
    alternativeRequested: false,
    publishing: [],
    decision: null,
  };
  return { ...common, ...nothing, id, state: 'live', connection: 'online', ...change };
}

describe('a tile', () => {
  it('says who waits, who is lost and who is paused', () => {
    expect(tileStateOf(row('a', { state: 'identifying' }))).toBe('identity');
    expect(tileStateOf(row('a', { connection: 'lost' }))).toBe('lost');
    expect(tileStateOf(row('a', { state: 'interrupted', connection: 'lost' }))).toBe('paused');
    expect(tileStateOf(row('a', { state: 'invited', connection: 'never' }))).toBe('expected');
    expect(tileStateOf(row('a', { state: 'closed' }))).toBe('over');
  });

  it('is found by what its candidate needs', () => {
    expect(passes(row('a', { state: 'invited', connection: 'never' }), 'present')).toBe(false);
    expect(passes(row('a', { openFlags: 1 }), 'flagged')).toBe(true);
    expect(passes(row('a'), 'needs')).toBe(false);
    expect(passes(row('a', { state: 'invited', connection: 'never', alternativeRequested: true }), 'needs')).toBe(true);
  });

  it('is counted', () => {
    const rows = [row('a', { openFlags: 2 }), row('b', { connection: 'lost' }), row('c', { state: 'identifying' })];
    expect(countsOf(rows)).toEqual({ all: 3, live: 1, waiting: 1, lost: 1, paused: 0, flags: 2 });
  });
});

describe('the order of the wall', () => {
  it('puts who waits for identity first, then who asks, then whose line is down, then who has flags', () => {
    const rows = [
      row('calm'),
      row('flagged', { openFlags: 9 }),
      row('lost', { connection: 'lost' }),
      row('asks', { unreadMessages: 1 }),
      row('waits', { state: 'identifying' }),
    ];
    expect(arranged(rows, 'needs', 'en')).toEqual(['waits', 'asks', 'lost', 'flagged', 'calm']);
    expect(needs(row('over', { state: 'ended', openFlags: 5 }))).toBe(0);
  });

  it('sorts names as the language does', () => {
    const rows = ['Қасым', 'Бекова', 'Кадыр', 'Әлиев', 'Асан'].map((name) => row(name));
    expect(arranged(rows, 'name', 'kk')).toEqual(['Асан', 'Әлиев', 'Бекова', 'Кадыр', 'Қасым']);
  });

  it('stays as it is: who is new stands at the end, who no longer matches keeps the place, who is off the roster goes', () => {
    const roster = new Set(['a', 'b', 'c', 'finished']);
    expect(kept(['b', 'finished', 'a', 'gone'], roster, ['a', 'b', 'c'])).toEqual(['b', 'finished', 'a', 'c']);
  });

  it('is walked with the arrows and ends at its edges', () => {
    expect(neighbour(0, 10, 4, 'ArrowRight')).toBe(1);
    expect(neighbour(1, 10, 4, 'ArrowDown')).toBe(5);
    expect(neighbour(7, 10, 4, 'ArrowDown')).toBe(7);
    expect(neighbour(0, 10, 4, 'ArrowUp')).toBe(0);
    expect(neighbour(3, 10, 4, 'End')).toBe(9);
  });
});

describe('the attention of a proctor', () => {
  const minute = 60_000;

  it('counts from the last look, and from the opening of the wall where there was none', () => {
    expect(minutesUnseen({ a: 5 * minute }, 'a', 0, 8 * minute)).toBe(3);
    expect(minutesUnseen({}, 'a', 2 * minute, 8 * minute)).toBe(6);
    expect(minutesUnseen({ a: 9 * minute }, 'a', 0, 8 * minute)).toBe(0);
  });

  it('tells how many were not looked at for how long', () => {
    const looks = { a: 6 * minute, b: 6 * minute, c: minute, d: 9 * minute };
    expect(unseenGroups(['a', 'b', 'c', 'd'], looks, 0, 10 * minute)).toEqual([
      { minutes: 4, count: 2 },
      { minutes: 9, count: 1 },
    ]);
    expect(longestUnseen(['a', 'b', 'c', 'd'], looks)).toBe('c');
    expect(longestUnseen([], looks)).toBeUndefined();
  });
});
