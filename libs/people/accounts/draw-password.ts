import { randomInt } from 'node:crypto';

import { firstPassword } from '../domain/first-password';

/** A first password by the chance of the operating system. */
export function drawPassword(): string {
  return firstPassword((limit) => randomInt(limit));
}
