import type { FlagState } from '@aigaq/contracts';
import { Lifecycle } from '@aigaq/kernel';

/**
 * A flag is an observation: what was raised moves on by a named person only. A triage may be taken back until the
 * decision; what the decision rested on is `decided`, everything else is closed with it.
 */
export const flagLifecycle = new Lifecycle<FlagState>('flag', 'raised', {
  raised: ['dismissed', 'confirmed', 'closed'],
  dismissed: ['raised', 'confirmed', 'closed'],
  confirmed: ['raised', 'dismissed', 'decided', 'closed'],
  decided: ['closed'],
  closed: [],
});
