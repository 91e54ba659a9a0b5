import type { FlagCode, SittingState } from '@aigaq/contracts';

/**
 * The detectors that stay off for a person after the roster changed. Before the consent the roster alone says so; after
 * it a detector may still be switched off, but none on that the person was not told of.
 */
export function silencedAfter(
  state: SittingState,
  before: readonly FlagCode[],
  wanted: readonly FlagCode[],
): FlagCode[] {
  const silenced = state === 'invited' ? wanted : [...before, ...wanted];
  return [...new Set(silenced)].sort();
}
