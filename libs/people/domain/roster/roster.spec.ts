import fc from 'fast-check';

import { readHeading } from './columns';
import { decodeText } from './decode-text';
import { planRows, type TakenLogin } from './plan-rows';
import { readLines } from './read-lines';
import { sniffDelimiter } from './sniff-delimiter';

const letters = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';

/** Bytes of windows-1251, which no encoder of the platform makes. */
function windows1251(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1251');
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from([...text].map((sign) => bytes.get(sign) ?? 0x3f));
}

describe('the text of a roster file', () => {
  it.each([
    ['UTF-8', (text: string) => Buffer.from(text, 'utf8')],
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16 LE with its mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 LE without a mark', (text: string) => Buffer.from(text, 'utf16le')],
    ['UTF-16 BE with its mark', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('is read from %s', (_, encode) => {
    const text = 'login;тегі;аты\nasan;Серіков;Асан\nayim;Қуанышқызы;Әйім\n';
    expect(decodeText(encode(text))).toBe(text);
  });

  it('is read from windows-1251', () => {
    const text = 'логин;фамилия;имя\nivan;Щукин;Иван\n';
    expect(decodeText(windows1251(text))).toBe(text);
  });

  it('is refused when it is no text', () => {
    expect(decodeText(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13))).toBeNull();
  });

  it('comes back whole from every encoding that can carry it', () => {
    const line = fc.string({
      unit: fc.constantFrom(...letters, ...letters.toUpperCase(), ...'abcxyz;,\n'),
      minLength: 20,
    });
    fc.assert(
      fc.property(line, (text) => {
        expect(decodeText(Buffer.from(text, 'utf8'))).toBe(text);
        expect(decodeText(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text);
      }),
    );
  });

  it('never fails on any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => typeof decodeText(bytes) !== 'undefined'));
  });
});

describe('the delimiter', () => {
  it.each([
    ['login;имя;фамилия\n', ';'],
    ['login,name\n', ','],
    ['login\tname\n', '\t'],
    ['"a;b;c",login,name\n', ','],
    ['login\n', ';'],
  ])('of %j is %j', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });
});

describe('the heading of a roster', () => {
  it.each([
    [
      ['Логин', 'Фамилия', 'Имя', 'Отчество'],
      ['login', 'familyName', 'givenName', 'patronymic'],
    ],
    [
      ['Тегі', 'Аты', 'Әкесінің аты', 'Логин', 'Топ', 'Тілі'],
      ['familyName', 'givenName', 'patronymic', 'login', 'group', 'language'],
    ],
    [
      ['login *', 'Full  name', 'E-mail', ''],
      ['login', 'fullName', 'email', undefined],
    ],
  ])('is understood: %j', (cells, columns) => {
    expect(readHeading(cells)).toEqual({ columns, problems: [] });
  });

  it('names the columns that are unknown, twice or missing', () => {
    expect(readHeading(['Логин', 'login', 'Шоқжұлдыз']).problems).toEqual([
      { code: 'unknown_key', field: 'Шоқжұлдыз' },
      { code: 'duplicate_in_file', field: 'login', params: { line: 1 } },
      { code: 'required', field: 'familyName' },
      { code: 'required', field: 'givenName' },
    ]);
  });
});

describe('the lines of a roster', () => {
  const columns = ['login', 'fullName', 'email', 'phone', 'group', 'language'] as const;
  const read = (...cells: string[][]) =>
    readLines(
      columns,
      cells.map((line, index) => ({ line: index + 2, cells: line })),
    );

  it('give names, group and language', () => {
    expect(
      read([' asan ', 'Серіков  Асан Маратұлы', 'asan@college.kz', '+7 701 123 45 67', 'ИС-21', 'қазақша']),
    ).toEqual([
      {
        line: 2,
        login: 'asan',
        familyName: 'Серіков',
        givenName: 'Асан',
        patronymic: 'Маратұлы',
        email: 'asan@college.kz',
        phone: '+7 701 123 45 67',
        group: 'ИС-21',
        language: 'kk',
        problems: [],
      },
    ]);
  });

  it('name everything that is wrong, by column', () => {
    const [line] = read(['a b', 'С?рiков', 'asan.college', 'none', 'x'.repeat(101), 'klingon', 'more']);
    expect(line?.problems).toEqual([
      { code: 'required', field: 'givenName' },
      { code: 'too_long', field: 'group', params: { limit: 100 } },
      { code: 'bad_format', field: 'login' },
      { code: 'bad_format', field: 'email' },
      { code: 'bad_format', field: 'phone' },
      { code: 'bad_format', field: 'familyName' },
      { code: 'not_one_of', field: 'language', params: { values: 'kk, ru, en' } },
      { code: 'unknown_key', field: 'G' },
    ]);
  });

  it('leave out empty lines and say where a login came first', () => {
    const lines = read(['asan', 'Серіков Асан'], ['', ' '], ['ASAN', 'Серіков Асан']);
    expect(lines.map(({ line }) => line)).toEqual([2, 4]);
    expect(lines[1]?.problems).toEqual([{ code: 'duplicate_in_file', field: 'login', params: { line: 2 } }]);
  });

  it('are read whatever stands in them, one for each line that is not empty', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { maxLength: 9 }), { maxLength: 20 }), (table) => {
        const filled = table.filter((cells) => cells.some((cell) => cell.trim() !== ''));
        return read(...table).length === filled.length;
      }),
    );
  });
});

describe('the plan', () => {
  const actor = { institutionId: 'ours', roles: ['registrar'] as const };
  const [line] = readLines(['login', 'fullName', 'group'], [{ line: 2, cells: ['asan', 'Серіков Асан', 'ИС-21'] }]);
  const known: TakenLogin = {
    login: 'Asan',
    institutionId: 'ours',
    roles: ['candidate'],
    familyName: 'Серіков',
    givenName: 'Асан',
    patronymic: 'Маратұлы',
    email: null,
    phone: null,
    language: 'kk',
    groups: ['ИС-21'],
  };
  const plan = (...taken: TakenLogin[]) => planRows(line ? [line] : [], taken, actor)[0];

  it('creates who is not there and leaves who is there as he is', () => {
    expect(plan()?.action).toBe('create');
    expect(plan(known)?.action).toBe('unchanged');
  });

  it('updates who changed, but never by an empty cell', () => {
    expect(plan({ ...known, givenName: 'Асқар' })?.action).toBe('update');
    expect(plan({ ...known, groups: [] })?.action).toBe('update');
    expect(plan({ ...known, email: 'asan@college.kz' })?.action).toBe('unchanged');
  });

  it('refuses logins of another institution and of people above', () => {
    expect(plan({ ...known, institutionId: 'theirs' })).toMatchObject({
      action: 'refuse',
      problems: [{ code: 'already_exists', field: 'login' }],
    });
    expect(plan({ ...known, roles: ['teacher'] })).toMatchObject({
      action: 'refuse',
      problems: [{ code: 'forbidden', field: 'login' }],
    });
  });
});
