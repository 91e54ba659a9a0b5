import { Injectable } from '@nestjs/common';
import { hash, type Options, verify } from '@node-rs/argon2';

/** Argon2id as OWASP's password storage sheet asks for: 19 MiB, two passes. */
const chosen: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/**
 * For first passwords that we draw: with 2^50 possible ones nobody finds them by trying, and a roster of
 * thousands is hashed in seconds. They are replaced at the first sign-in.
 */
const drawn: Options = { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 };

@Injectable()
export class PasswordHasher {
  private readonly decoys = Promise.all([hash('decoy', chosen), hash('decoy', drawn)]);

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), chosen);
  }

  hashDrawn(password: string): Promise<string> {
    return hash(password.normalize('NFC'), drawn);
  }

  /** Takes the same time whether there is such an account or not, and whichever way its password was hashed. */
  async matches(stored: string | null, password: string): Promise<boolean> {
    const text = password.normalize('NFC');
    const [slow, fast] = await this.decoys;
    const isFast = stored?.includes('$m=8192,') ?? false;
    const results = [
      await verify(isFast ? slow : (stored ?? slow), text),
      await verify(isFast ? (stored ?? fast) : fast, text),
    ];
    return stored !== null && results[isFast ? 1 : 0] === true;
  }
}
