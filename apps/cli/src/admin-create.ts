import { z } from 'zod';

import { accountFields, institution, language, localized, type Problem, problemsOf, role } from '@aigaq/contracts';
import type { NewAdministrator } from '@aigaq/people';
import { textsIn } from '@aigaq/texts';

import { type Command, CommandProblem, installationOptions, readOptions, type Terminal, UsageProblem } from './command';

const help = `aigaq admin create OPTIONS

Makes an administrator with a drawn first password, which is printed this once and must be changed at the first sign-in.
Founds the institution when there is none of this code. Refuses when it has an administrator already.

  --institution-code CODE        short and unique: small letters, digits, dashes
  --login LOGIN
  --family-name NAME
  --given-name NAME
  --patronymic NAME              if there is one
  --email ADDRESS                for a forgotten password
  --language kk|ru|en            of the administrator and of a new institution (default kk)
  --role ROLE                    institution_administrator (default) or platform_administrator
  --another                      also when there is an administrator already

To found the institution:
  --institution-name-kk NAME  --institution-name-ru NAME  --institution-name-en NAME
  --kind college|university
  --time-zone ZONE               default Asia/Almaty
  --second-factor ROLE,ROLE      roles whose holders must set up a second factor (default none)

  --data DIR                     data folder of npm start (default .data), where DATABASE_URL is not set
  --json                         print { institutionId, founded, accountId, login, password }
  --help                         show this
`;

const options = {
  ...installationOptions,
  'institution-code': { type: 'string' },
  'institution-name-kk': { type: 'string' },
  'institution-name-ru': { type: 'string' },
  'institution-name-en': { type: 'string' },
  kind: { type: 'string' },
  'time-zone': { type: 'string' },
  'second-factor': { type: 'string' },
  login: { type: 'string' },
  'family-name': { type: 'string' },
  'given-name': { type: 'string' },
  patronymic: { type: 'string' },
  email: { type: 'string' },
  language: { type: 'string' },
  role: { type: 'string' },
  another: { type: 'boolean' },
} as const;

const founding = ['institution-name-kk', 'institution-name-ru', 'institution-name-en', 'kind'] as const;

const { login, email, familyName, givenName, patronymic } = accountFields.shape;
const person = z.object({
  'institution-code': z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
  login,
  email,
  'family-name': familyName,
  'given-name': givenName,
  patronymic,
  language: language.default('kk'),
  role: z.enum(['institution_administrator', 'platform_administrator']).default('institution_administrator'),
});
const organisation = z.object({
  'institution-name-kk': localized.shape.kk,
  'institution-name-ru': localized.shape.ru,
  'institution-name-en': localized.shape.en,
  kind: institution.shape.kind,
  'time-zone': z.string().default('Asia/Almaty'),
  'second-factor': z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((name) => name !== ''))
    .pipe(z.array(role)),
  language: language.default('kk'),
});

export const adminCreate: Command = {
  name: 'admin create',
  summary: 'make the first administrator of an institution, and the institution',
  help,
  async run(args, terminal) {
    const { data, json, another, ...given } = readOptions(args, options);
    const wish = wishOf(given, another === true);
    const made = await make(wish, data, terminal);
    if (!made.ok) throw refusalOf(made.problems, wish);
    if (json) terminal.out(`${JSON.stringify(made.value)}\n`);
    else say(terminal, wish, made.value);
    return 0;
  },
};

/** What needs the whole system is loaded only now: help and faults of the call are said at once. */
async function make(wish: NewAdministrator, data: string | undefined, terminal: Terminal) {
  const { systemClock } = await import('@aigaq/kernel');
  const { AddAccount, CreateAdministrator, CreateInstitution, PasswordHasher } = await import('@aigaq/people');
  const { findInstallation, withDatabase } = await import('./installation');
  const { databaseUrl } = findInstallation(data, terminal);
  return withDatabase(databaseUrl, (database) =>
    new CreateAdministrator(
      database,
      new CreateInstitution(systemClock),
      new AddAccount(systemClock),
      new PasswordHasher(),
    ).run(wish),
  );
}

type Given = Readonly<Record<string, string | undefined>>;

/** @throws UsageProblem that names each option that is missing or wrong */
function wishOf(given: Given, another: boolean): NewAdministrator {
  const founds = founding.some((name) => given[name] !== undefined);
  const who = person.safeParse(given, { reportInput: true });
  const where = founds ? organisation.safeParse(given, { reportInput: true }) : null;
  const faults = [who, where].flatMap((parsed) => (parsed?.error ? problemsOf(parsed.error) : []));
  if (faults.length > 0 || !who.success) throw new UsageProblem(linesOf(faults));
  const { 'institution-code': institutionCode, 'family-name': family, 'given-name': first, ...rest } = who.data;
  return {
    ...rest,
    institutionCode,
    familyName: family,
    givenName: first,
    institution: where?.success ? institutionOf(where.data) : null,
    another,
  };
}

function institutionOf(given: z.output<typeof organisation>): NonNullable<NewAdministrator['institution']> {
  return {
    name: {
      kk: given['institution-name-kk'],
      ru: given['institution-name-ru'],
      en: given['institution-name-en'],
    },
    kind: given.kind,
    timeZone: given['time-zone'],
    defaultLanguage: given.language,
    secondFactorRoles: given['second-factor'],
  };
}

function refusalOf(problems: readonly Problem[], wish: NewAdministrator): CommandProblem {
  const is = (code: string, field: string) => problems.some((one) => one.code === code && one.field === field);
  if (is('required', 'institution'))
    return new CommandProblem(
      `There is no institution ${wish.institutionCode}.`,
      `To found it, say ${founding.map((name) => `--${name}`).join(', ')} too.`,
    );
  if (is('already_exists', 'role'))
    return new CommandProblem(
      `The institution ${wish.institutionCode} has an administrator already (${wish.role}).`,
      'Say --another to make one more. Who forgot a password gets a new one from another administrator.',
    );
  if (is('already_exists', 'login')) return new CommandProblem(`The login ${wish.login} is taken.`);
  return new CommandProblem(
    linesOf(problems.map((one) => (one.field === 'timeZone' ? { ...one, field: 'time-zone' } : one))),
  );
}

/** The sentences of the catalogue, each behind its option. */
function linesOf(problems: readonly Problem[]): string {
  const t = textsIn('en');
  const seen = new Set(
    problems.map(({ code, field = '', params }) => {
      const [option = ''] = field.split('.');
      return `--${option}: ${t(`problem.${code}`, params)}`;
    }),
  );
  return [...seen].join('\n  ');
}

function say(
  terminal: Terminal,
  wish: NewAdministrator,
  made: { founded: boolean; login: string; password: string },
): void {
  const lines = [
    ...(made.founded ? [`The institution ${wish.institutionCode} is founded.`] : []),
    `Administrator   ${wish.familyName} ${wish.givenName} (${wish.role})`,
    `Sign in as      ${made.login}`,
    `First password  ${made.password}`,
    'It is shown this once and must be changed at the first sign-in.',
  ];
  terminal.out(`${lines.join('\n')}\n`);
}
