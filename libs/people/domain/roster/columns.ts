import type { Problem } from '@aigaq/contracts';

export const rosterColumns = [
  'login',
  'familyName',
  'givenName',
  'patronymic',
  'email',
  'phone',
  'group',
  'language',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];
/** One column may hold the whole name. */
export type HeadingColumn = RosterColumn | 'fullName';

/** How headings are written in the files that registrars have, in Kazakh, Russian and English. */
const headings: Readonly<Record<HeadingColumn, readonly string[]>> = {
  login: ['login', 'user name', 'username', 'логин', 'имя пользователя', 'пайдаланушы аты', 'кіру аты'],
  familyName: ['family name', 'familyname', 'last name', 'lastname', 'surname', 'фамилия', 'тегі', 'тек', 'фамилиясы'],
  givenName: ['given name', 'givenname', 'first name', 'firstname', 'имя', 'аты', 'есімі'],
  patronymic: ['patronymic', 'middle name', 'middlename', 'отчество', 'әкесінің аты'],
  fullName: [
    'full name',
    'fullname',
    'name',
    'фио',
    'ф.и.о.',
    'ф.и.о',
    'фамилия имя отчество',
    'аты-жөні',
    'аты жөні',
    'тегі аты әкесінің аты',
    'тааә',
  ],
  email: [
    'email',
    'e-mail',
    'mail',
    'почта',
    'эл. почта',
    'электронная почта',
    'эл.почта',
    'эл. пошта',
    'электрондық пошта',
    'пошта',
  ],
  phone: [
    'phone',
    'telephone',
    'mobile',
    'телефон',
    'тел.',
    'тел',
    'мобильный телефон',
    'ұялы телефон',
    'телефон нөмірі',
    'номер телефона',
  ],
  group: ['group', 'группа', 'топ', 'тобы', 'учебная группа', 'оқу тобы'],
  language: ['language', 'lang', 'язык', 'тіл', 'тілі', 'язык обучения', 'оқу тілі', 'оқыту тілі'],
};

const byHeading = new Map(
  Object.entries(headings).flatMap(([column, names]) => names.map((name) => [name, column as HeadingColumn] as const)),
);

export interface Heading {
  /** For each column of the file what it holds; undefined where the heading cell is empty. */
  readonly columns: readonly (HeadingColumn | undefined)[];
  /** Columns that nobody knows, that come twice or that are missing. */
  readonly problems: readonly Problem[];
}

/** Understands the first line of a roster file, whatever the order of its columns. */
export function readHeading(cells: readonly string[]): Heading {
  const problems: Problem[] = [];
  const columns = cells.map((cell) => {
    const text = cell.trim();
    if (text === '') return undefined;
    const column = byHeading.get(plain(text));
    if (!column) problems.push({ code: 'unknown_key', field: text.slice(0, 100) });
    return column;
  });
  for (const column of new Set(columns)) {
    const places = columns.filter((other) => other === column).length;
    if (column !== undefined && places > 1)
      problems.push({ code: 'duplicate_in_file', field: column, params: { line: 1 } });
  }
  for (const column of missing(columns)) problems.push({ code: 'required', field: column });
  return { columns, problems };
}

function missing(columns: readonly (HeadingColumn | undefined)[]): HeadingColumn[] {
  const needed: HeadingColumn[] = columns.includes('fullName') ? ['login'] : ['login', 'familyName', 'givenName'];
  return needed.filter((column) => !columns.includes(column));
}

/** Case, accents of composition, asterisks of required columns and repeated blanks say nothing. */
function plain(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[*_:\s]+/g, ' ')
    .trim();
}
