import type { Language, Role } from '@aigaq/contracts';

/** The college that a demonstration shows. Its people are invented. */
export const college = {
  code: 'demo',
  name: { kk: 'Демо колледж', ru: 'Демо-колледж', en: 'Demo college' },
  kind: 'college',
  timeZone: 'Asia/Almaty',
  defaultLanguage: 'kk',
  secondFactorRoles: [],
} as const;

export const group = { name: 'ДҚ-21', programme: 'Бағдарламалық қамтамасыз ету', language: 'kk' } as const;

export interface DemoPerson {
  readonly login: string;
  readonly role: Role;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string;
  readonly language: Language;
}

const person = (
  login: string,
  role: Role,
  [familyName, givenName, patronymic]: readonly [string, string, string],
  language: Language = 'kk',
): DemoPerson => ({ login, role, familyName, givenName, patronymic, language });

export const people: readonly DemoPerson[] = [
  person('admin', 'institution_administrator', ['Құрманова', 'Айгүл', 'Бекқызы']),
  person('registrar', 'registrar', ['Тілеубердина', 'Нұргүл', 'Асқарқызы']),
  person('teacher', 'teacher', ['Әлиева', 'Гүлнар', 'Сәкенқызы']),
  person('proctor', 'proctor', ['Ибраев', 'Дәурен', 'Қайратұлы']),
  person('senior', 'senior_proctor', ['Өтегенов', 'Ержан', 'Мұратұлы']),
  person('observer', 'observer', ['Сәрсенова', 'Үміт', 'Жеңісқызы']),
  person('candidate1', 'candidate', ['Серіков', 'Асан', 'Маратұлы']),
  person('candidate2', 'candidate', ['Жақсылықова', 'Аружан', 'Ерланқызы']),
  person('candidate3', 'candidate', ['Мұхамедиев', 'Ғалым', 'Тимурұлы']),
  person('candidate4', 'candidate', ['Қасымова', 'Әйгерім', 'Нұрланқызы']),
  person('candidate5', 'candidate', ['Иванов', 'Сергей', 'Петрович'], 'ru'),
  person('candidate6', 'candidate', ['Байжанов', 'Өмірхан', 'Әділұлы']),
];
