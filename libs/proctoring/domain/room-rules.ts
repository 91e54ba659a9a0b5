import type { SittingState } from '@aigaq/contracts';

/** In the room from admission on: the order asks for the recording of the whole event, not of the answers alone. */
export const inTheRoom: readonly SittingState[] = ['waiting', 'identifying', 'ready', 'live', 'interrupted'];

/** A rehearsal comes before the real thing and never in its place. */
const mayRehearse: readonly SittingState[] = ['invited', 'checking', 'waiting', 'identifying', 'ready'];

/** Whether a candidate's browser may publish now, for this purpose. */
export function mayPublish(state: SittingState, purpose: 'rehearsal' | 'sitting'): boolean {
  return (purpose === 'rehearsal' ? mayRehearse : inTheRoom).includes(state);
}
