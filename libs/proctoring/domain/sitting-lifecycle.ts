import type { SittingState } from '@aigaq/contracts';
import { Lifecycle } from '@aigaq/kernel';

/**
 * One person in one room. Consent leads from `invited` to `checking`, a passed device check to `waiting`, shown stills
 * to `identifying`, a person's word to `ready` (or back to `waiting`, to be shown again); a profile without identity
 * goes from `waiting` to `ready` by itself.
 */
export const sittingLifecycle = new Lifecycle<SittingState>('sitting', 'invited', {
  invited: ['checking', 'absent', 'void'],
  checking: ['waiting', 'absent', 'void'],
  waiting: ['identifying', 'ready', 'absent', 'void'],
  identifying: ['ready', 'waiting', 'refused', 'absent', 'void'],
  ready: ['live', 'absent', 'void'],
  live: ['interrupted', 'ended'],
  interrupted: ['live', 'ended'],
  ended: ['in_review', 'closed'],
  in_review: ['closed'],
  closed: [],
  refused: [],
  absent: [],
  // Taken off the roster and put back on it.
  void: ['invited'],
});

/** Invited but not yet started. */
export const statesBeforeStart: readonly SittingState[] = ['invited', 'checking', 'waiting', 'identifying', 'ready'];

/** The person is in the room. */
export const runningStates: readonly SittingState[] = ['live', 'interrupted'];

export function isRunning(state: SittingState): boolean {
  return runningStates.includes(state);
}

export function isBeforeStart(state: SittingState): boolean {
  return statesBeforeStart.includes(state);
}
