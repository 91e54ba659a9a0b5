/** Passwords of twelve characters and more that people choose; shorter ones are refused by their length. */
const common = new Set(
  `123456789012 1234567890123 12345678901234 123456789123 123123123123 111111111111 000000000000 112233445566 987654321098
  987654321012 password1234 password12345 password123456 passwordpassword password2024 password2025 password2026 qwertyuiop12
  qwertyuiop123 qwertyuiop[] qwertyqwerty qwerty123456 qwerty1234567 qwerty123qwerty 1q2w3e4r5t6y 1q2w3e4r5t6y7u qazwsxedcrfv
  qazwsxedc123 1qaz2wsx3edc 1qaz2wsx3edc4rfv zaq12wsxcde3 asdfghjkl123 zxcvbnm12345 zxcvbnm123456 iloveyou1234 iloveyouforever
  administrator administrator1 administrator123 admin1234567 admin12345678 adminadminadmin letmein12345 welcome12345 welcome123456
  changeme1234 changeme12345 trustno1trustno1 football1234 superman1234 dragon123456 master123456 monkey123456 abc123456789
  abcdefghijkl abcdefghijklm abcd12345678 a1b2c3d4e5f6 aa1234567890 q1w2e3r4t5y6 p@ssw0rd1234 p@ssword1234 passw0rd1234
  kazakhstan12 kazakhstan123 kazakhstan1991 kazakhstan2024 kazakhstan2025 almaty123456 astana123456 qazaqstan123 student12345
  student123456 universitet1 universitet123 kolledzh1234 college12345 college123456 exam12345678 йцукенгшщзхъ йцукенгшщз12
  пароль123456 парольпароль қазақстан123 казахстан123 казахстан1991 студент12345 құпиясөз1234 сессия123456 любовь123456`.split(
    /\s+/,
  ),
);

const rows = [
  '1234567890',
  '0987654321',
  'qwertyuiopasdfghjklzxcvbnm',
  'йцукенгшщзхъфывапролджэячсмитьбю',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъыьэюя',
];

/**
 * Whether a password of sufficient length is still one of the first that anybody would try: a common
 * one, a repetition, a walk over the keyboard, or the person's own login or name (NIST SP 800-63B 5.1.1.2).
 *
 * @param own login, mail address and names of the person
 */
export function isWeakPassword(password: string, own: readonly (string | null)[]): boolean {
  const plain = password.normalize('NFC').toLowerCase();
  if (common.has(plain) || new Set(plain).size < 5) return true;
  if (isRepetition(plain) || isWalk(plain)) return true;
  const letters = plain.replace(/[^\p{L}\p{N}]/gu, '');
  return own.some((word) => containsMostly(letters, word));
}

function isRepetition(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length += 1)
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text) return true;
  return false;
}

/** Walks over one row, in either direction, perhaps begun anew: `qwertyuiop12`, `1234567890qw`. */
function isWalk(text: string): boolean {
  let steps = 0;
  for (let index = 1; index < text.length; index += 1)
    if (areNeighbours(text.charAt(index - 1), text.charAt(index))) steps += 1;
  return steps >= text.length - 2;
}

function areNeighbours(one: string, other: string): boolean {
  return rows.some((row) => {
    const at = row.indexOf(one);
    return at >= 0 && (row[at + 1] === other || row[at - 1] === other);
  });
}

/** The person's own word with little added: `aserikov2026!` for the login `aserikov`. */
function containsMostly(letters: string, word: string | null): boolean {
  const own = (word ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (own.length < 4 || !letters.includes(own)) return false;
  return letters.replaceAll(own, '').length < 8;
}
