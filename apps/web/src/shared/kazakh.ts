/**
 * Dates, numbers and alphabetical order in Kazakh. Chromium says that it knows `kk`, but carries no data for it: its
 * dates read "2026 M11 24", its numbers are English and its order is not the alphabet's. The forms are those of CLDR 47.
 */
const months = [
  ['қаңтар', 'қаң.'],
  ['ақпан', 'ақп.'],
  ['наурыз', 'нау.'],
  ['сәуір', 'сәу.'],
  ['мамыр', 'мам.'],
  ['маусым', 'мау.'],
  ['шілде', 'шіл.'],
  ['тамыз', 'там.'],
  ['қыркүйек', 'қыр.'],
  ['қазан', 'қаз.'],
  ['қараша', 'қар.'],
  ['желтоқсан', 'жел.'],
] as const;

const two = (value: number): string => String(value).padStart(2, '0');
const month = (at: Date, form: 0 | 1): string => months[at.getMonth()]?.[form] ?? '';

/** "2026 ж. 23 қараша" */
export function kazakhDate(at: Date): string {
  return `${at.getFullYear()} ж. ${at.getDate()} ${month(at, 0)}`;
}

/** "10:05", or with seconds "10:05:31" */
export function kazakhTime(at: Date, seconds = false): string {
  return `${two(at.getHours())}:${two(at.getMinutes())}${seconds ? `:${two(at.getSeconds())}` : ''}`;
}

const shortDate = (at: Date): string => `${at.getFullYear()} ж. ${at.getDate()} ${month(at, 1)}`;

/** "2026 ж. 23 қар., 10:05" */
export function kazakhDateTime(at: Date): string {
  return `${shortDate(at)}, ${kazakhTime(at)}`;
}

/** "2026 ж. 23 қар., 10:00–12:00", or both dates where they differ. */
export function kazakhRange(from: Date, to: Date): string {
  if (shortDate(from) !== shortDate(to)) return `${kazakhDateTime(from)} – ${kazakhDateTime(to)}`;
  return `${kazakhDateTime(from)}–${kazakhTime(to)}`;
}

const alphabet = 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя';
const order = new Map([...alphabet].map((letter, index) => [letter, String.fromCharCode(0xe000 + index)]));
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Each letter as a sign whose code grows with its place in the alphabet. */
const sortable = (text: string): string =>
  [...text.toLocaleLowerCase('ru')].map((letter) => order.get(letter) ?? letter).join('');

/** Compares as the Kazakh alphabet does; numbers by value. */
export function compareKazakh(left: string, right: string): number {
  return collator.compare(sortable(left), sortable(right));
}
