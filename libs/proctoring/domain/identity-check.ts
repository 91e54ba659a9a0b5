import type { IdentityState } from '@aigaq/contracts';

/**
 * `uploading` lasts as long as the stills are on their way into the store: the row stands before the images do, so that
 * no image is ever without a row that leads to its deletion. Nobody but the upload itself looks at such a row.
 */
export type IdentityCheckState = Exclude<IdentityState, 'none'> | 'uploading';
