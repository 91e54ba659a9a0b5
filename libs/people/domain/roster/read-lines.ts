import { z } from 'zod';

import type { Language, Problem } from '@aigaq/contracts';

import { type HeadingColumn, type RosterColumn, rosterColumns } from './columns';

/** A line of the file as it came out of the reader. */
export interface TableLine {
  /** As an editor counts; the heading is 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface RosterLine extends Readonly<Record<RosterColumn, string>> {
  readonly line: number;
  readonly problems: readonly Problem[];
}

const limits: Readonly<Record<RosterColumn, number>> = {
  login: 100,
  familyName: 100,
  givenName: 100,
  patronymic: 100,
  email: 200,
  phone: 40,
  group: 100,
  language: 20,
};
const mail = z.email();
const required = ['login', 'familyName', 'givenName'] as const;
const names = ['familyName', 'givenName', 'patronymic'] as const;

const languageNames: Readonly<Record<string, Language>> = {
  kk: 'kk',
  kz: 'kk',
  kaz: 'kk',
  қаз: 'kk',
  каз: 'kk',
  қазақша: 'kk',
  қазақ: 'kk',
  казахский: 'kk',
  kazakh: 'kk',
  ru: 'ru',
  rus: 'ru',
  рус: 'ru',
  орыс: 'ru',
  орысша: 'ru',
  русский: 'ru',
  russian: 'ru',
  en: 'en',
  eng: 'en',
  анг: 'en',
  англ: 'en',
  ағыл: 'en',
  ағылшын: 'en',
  ағылшынша: 'en',
  английский: 'en',
  english: 'en',
};

/** Reads the lines below the heading and names in each all that is wrong with it; empty lines are left out. */
export function readLines(columns: readonly (HeadingColumn | undefined)[], table: readonly TableLine[]): RosterLine[] {
  const lines = table
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map((line) => readLine(columns, line));
  const first = new Map<string, number>();
  return lines.map((line) => {
    const login = line.login.toLowerCase();
    const before = first.get(login);
    if (login === '' || before === undefined) {
      if (login !== '') first.set(login, line.line);
      return line;
    }
    return {
      ...line,
      problems: [...line.problems, { code: 'duplicate_in_file' as const, field: 'login', params: { line: before } }],
    };
  });
}

function readLine(columns: readonly (HeadingColumn | undefined)[], { line, cells }: TableLine): RosterLine {
  const values = valuesOf(columns, cells);
  const problems: Problem[] = [];
  for (const column of required) if (values[column] === '') problems.push({ code: 'required', field: column });
  for (const column of rosterColumns)
    if (values[column].length > limits[column])
      problems.push({ code: 'too_long', field: column, params: { limit: limits[column] } });
  problems.push(...problemsOfForm(values));
  cells.forEach((cell, index) => {
    if (columns[index] === undefined && cell.trim() !== '')
      problems.push({ code: 'unknown_key', field: columnName(index) });
  });
  return { line, ...values, problems };
}

function problemsOfForm(values: Record<RosterColumn, string>): Problem[] {
  const problems: Problem[] = [];
  const bad = (field: RosterColumn) => problems.push({ code: 'bad_format', field });
  if (values.login !== '' && !/^[\p{L}\p{N}][\p{L}\p{N}._@+-]+$/u.test(values.login)) bad('login');
  if (values.email !== '' && !mail.safeParse(values.email).success) bad('email');
  if (values.phone !== '' && !/^\+?[\d\s()-]{5,}$/.test(values.phone)) bad('phone');
  // A question mark stands where windows-1251 has no letter, such as ә, ғ, қ, ң, ө, ұ, ү, һ: the name is lost.
  for (const column of names) if (/[?\ufffd\d]/.test(values[column])) bad(column);
  if (values.language !== '' && !['kk', 'ru', 'en'].includes(values.language))
    problems.push({ code: 'not_one_of', field: 'language', params: { values: 'kk, ru, en' } });
  return problems;
}

function valuesOf(
  columns: readonly (HeadingColumn | undefined)[],
  cells: readonly string[],
): Record<RosterColumn, string> {
  const cell = (column: HeadingColumn) => {
    const at = columns.indexOf(column);
    return at < 0 ? '' : (cells[at] ?? '').normalize('NFC').replace(/\s+/g, ' ').trim();
  };
  const [familyName = '', givenName = '', ...others] = cell('fullName').split(' ');
  const language = cell('language');
  return {
    login: cell('login'),
    familyName: cell('familyName') || familyName,
    givenName: cell('givenName') || givenName,
    patronymic: cell('patronymic') || others.join(' '),
    email: cell('email'),
    phone: cell('phone'),
    group: cell('group'),
    language: languageNames[language.toLowerCase()] ?? language,
  };
}

/** As a spreadsheet calls it: A, B, … Z, AA. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
