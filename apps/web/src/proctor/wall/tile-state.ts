import type { SittingRow } from '@aigaq/contracts';

/** What a proctor has to know of a candidate at a glance, the most pressing first. */
export const tileStates = [
  'identity',
  'lost',
  'paused',
  'live',
  'ready',
  'preparing',
  'expected',
  'over',
  'refused',
  'away',
] as const;
export type TileState = (typeof tileStates)[number];

export function tileStateOf(row: Pick<SittingRow, 'state' | 'connection'>): TileState {
  switch (row.state) {
    case 'invited':
      return row.connection === 'online' ? 'preparing' : 'expected';
    case 'checking':
    case 'waiting':
      return 'preparing';
    case 'identifying':
      return 'identity';
    case 'ready':
      return 'ready';
    case 'live':
      return row.connection === 'lost' ? 'lost' : 'live';
    case 'interrupted':
      return 'paused';
    case 'ended':
    case 'in_review':
    case 'closed':
      return 'over';
    case 'refused':
      return 'refused';
    case 'absent':
    case 'void':
      return 'away';
  }
}

/** In the room, or on the way into it: somebody who can be watched. */
export function isPresent(state: TileState): boolean {
  return ['identity', 'lost', 'paused', 'live', 'ready', 'preparing'].includes(state);
}

/** Tiles by which a wall is filtered. */
export const filters = ['present', 'needs', 'flagged', 'all'] as const;
export type WallFilter = (typeof filters)[number];

export function passes(row: SittingRow, filter: WallFilter): boolean {
  const state = tileStateOf(row);
  switch (filter) {
    case 'all':
      return true;
    case 'present':
      return isPresent(state);
    case 'flagged':
      return row.openFlags > 0;
    case 'needs':
      return needs(row) > 0;
  }
}

/**
 * How much a candidate needs a person now, to order by, never to judge by: who waits for identity comes first, then who
 * asks, whose line is down, and where most flags wait to be looked at.
 */
export function needs(row: SittingRow): number {
  const state = tileStateOf(row);
  if (!isPresent(state)) return row.alternativeRequested ? 300 : 0;
  return (
    (state === 'identity' ? 1000 : 0) +
    (row.unreadMessages > 0 ? 500 : 0) +
    (row.alternativeRequested ? 300 : 0) +
    (state === 'lost' ? 200 : 0) +
    (state === 'paused' ? 100 : 0) +
    Math.min(row.openFlags, 20) * 10
  );
}

export interface WallCounts {
  readonly all: number;
  readonly live: number;
  readonly waiting: number;
  readonly lost: number;
  readonly paused: number;
  readonly flags: number;
}

export function countsOf(rows: readonly SittingRow[]): WallCounts {
  const count = (state: TileState): number => rows.filter((row) => tileStateOf(row) === state).length;
  return {
    all: rows.length,
    live: count('live'),
    waiting: count('identity'),
    lost: count('lost'),
    paused: count('paused'),
    flags: rows.reduce((sum, row) => sum + row.openFlags, 0),
  };
}
