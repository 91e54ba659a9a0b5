import type { IdentityState, Problem } from '@aigaq/contracts';

import { jpegSize } from './jpeg';

/**
 * `unshown`: stills that nobody gets to see, because they are still on their way into the store or others took their
 * place before anybody decided. The row stands before the images do and until they are gone, so that no image is ever
 * without a row that leads to its deletion.
 */
export type IdentityCheckState = Exclude<IdentityState, 'none'> | 'unshown';

/** Bytes; and pixels of the shorter side, below which nobody could compare a face. */
export const stillLimits = { bytes: 2 * 1024 * 1024, leastPixels: 160, mostPixels: 8192 } as const;

/** What is wrong with a still that was sent under a field's name, or null. */
export function problemOfStill(field: string, bytes: Uint8Array): Problem | null {
  if (bytes.length === 0) return { code: 'file_missing', field };
  if (bytes.length > stillLimits.bytes) return { code: 'file_too_large', field, params: { limit: stillLimits.bytes } };
  const size = jpegSize(bytes);
  if (!size) return { code: 'file_not_what_it_says', field };
  if (Math.min(size.width, size.height) < stillLimits.leastPixels)
    return { code: 'too_small', field, params: { limit: stillLimits.leastPixels } };
  if (Math.max(size.width, size.height) > stillLimits.mostPixels)
    return { code: 'too_large', field, params: { limit: stillLimits.mostPixels } };
  return null;
}
