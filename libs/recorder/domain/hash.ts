import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal digits, as the manifest carries it. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
