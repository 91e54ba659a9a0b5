import type { SittingState } from '@aigaq/contracts';

const before: readonly SittingState[] = ['invited', 'checking', 'waiting', 'identifying', 'ready'];
const running: readonly SittingState[] = ['live', 'interrupted'];

/** Which actions make sense in a state; the server decides all the same. */
export const may = {
  warn: (state: SittingState): boolean => before.includes(state) || running.includes(state),
  flag: (state: SittingState): boolean => before.includes(state) || running.includes(state),
  pause: (state: SittingState): boolean => state === 'live',
  resume: (state: SittingState): boolean => state === 'interrupted',
  grant: (state: SittingState): boolean => running.includes(state),
  end: (state: SittingState): boolean => running.includes(state),
  say: (state: SittingState): boolean => before.includes(state) || running.includes(state) || state === 'ended',
  identify: (state: SittingState): boolean => state === 'identifying',
};
