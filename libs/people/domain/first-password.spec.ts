import { randomInt } from 'node:crypto';

import { firstPassword, plainRecoveryCode, recoveryCode } from './first-password';
import { isWeakPassword } from './password';

describe('a first password', () => {
  it('is three words that can be spoken and a number', () => {
    for (let index = 0; index < 200; index += 1)
      expect(firstPassword((limit) => randomInt(limit))).toMatch(
        /^([bdfghkmnprstvz][aeiou]){2}(-([bdfghkmnprstvz][aeiou]){2}){2}-[1-9]\d{3}$/,
      );
  });

  it('is long enough to be a password, and not a weak one', () => {
    const password = firstPassword((limit) => randomInt(limit));
    expect(password.length).toBeGreaterThanOrEqual(12);
    expect(isWeakPassword(password, ['student1'])).toBe(false);
  });
});

describe('a recovery code', () => {
  it('is compared as it is meant, however it was typed', () => {
    const code = recoveryCode((limit) => randomInt(limit));
    expect(plainRecoveryCode(` ${code.toUpperCase().replaceAll('-', ' ')} `)).toBe(plainRecoveryCode(code));
    expect(code).toMatch(/^[a-z0-9]{4}(-[a-z0-9]{4}){2}$/);
  });
});
