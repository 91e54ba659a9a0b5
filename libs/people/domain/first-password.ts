/** A whole number from 0 to below `limit`, each as likely as any other. */
export type Chance = (limit: number) => number;

/** Letters that no print and no handwriting mixes up, in pairs that can be spoken. */
const consonants = 'bdfghkmnprstvz';
const vowels = 'aeiou';

/**
 * A first password for a printed slip, such as `rofa-kiru-temo-4829`: readable, typed without mistakes,
 * and 2^50 possible ones. It has to be changed at the first sign-in.
 */
export function firstPassword(chance: Chance): string {
  const syllable = () => `${pick(consonants, chance)}${pick(vowels, chance)}`;
  const words = Array.from({ length: 3 }, () => syllable() + syllable());
  return [...words, String(1000 + chance(9000))].join('-');
}

/** A recovery code such as `k7vq-9m2x-4hdt`: 2^60 possible ones. */
export function recoveryCode(chance: Chance): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789x';
  const part = () => Array.from({ length: 4 }, () => pick(signs, chance)).join('');
  return [part(), part(), part()].join('-');
}

/** How a recovery code is compared, however it was typed. */
export function plainRecoveryCode(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '');
}

function pick(signs: string, chance: Chance): string {
  return signs.charAt(chance(signs.length));
}
