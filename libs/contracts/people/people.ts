import { z } from 'zod';

import { id, language, localized, moment, pageOf, pageQuery } from '../common';
import { permissions, roles } from '../permission';

export const role = z.enum(roles);
export const login = z.string().trim().min(2).max(100);
/** At least twelve characters: length is what makes a password hard to guess (NIST SP 800-63B). */
export const newPassword = z.string().min(12).max(200);
export const personName = z.string().trim().min(1).max(100);

export const institution = z.strictObject({
  id,
  code: z.string(),
  name: localized,
  kind: z.enum(['college', 'university']),
  timeZone: z.string(),
  defaultLanguage: language,
});
export type InstitutionView = z.infer<typeof institution>;

export const me = z.strictObject({
  id,
  login: z.string(),
  email: z.string().nullable(),
  familyName: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  language,
  roles: z.array(role),
  permissions: z.array(z.enum(permissions)),
  institution,
  mustChangePassword: z.boolean(),
  secondFactor: z.boolean(),
  /** Set while staff have to set up a second factor that the institution demands. */
  secondFactorRequired: z.boolean(),
});
export type Me = z.infer<typeof me>;

export const signedIn = z.discriminatedUnion('step', [
  z.strictObject({ step: z.literal('done'), me, csrfToken: z.string() }),
  z.strictObject({ step: z.literal('second_factor') }),
]);

export const deviceSession = z.strictObject({
  id,
  createdAt: moment,
  lastSeenAt: moment,
  address: z.string(),
  userAgent: z.string(),
  current: z.boolean(),
});

export const account = z.strictObject({
  id,
  login: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  familyName: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  language,
  roles: z.array(role),
  groups: z.array(z.strictObject({ id, name: z.string() })),
  status: z.enum(['active', 'disabled']),
  secondFactor: z.boolean(),
  createdAt: moment,
  lastSignInAt: moment.nullable(),
});
export type AccountView = z.infer<typeof account>;

export const accountQuery = pageQuery.extend({
  search: z.string().trim().max(100).optional(),
  role: role.optional(),
  group: id.optional(),
});

export const accountFields = z.strictObject({
  login,
  email: z.email().max(200).nullable().default(null),
  phone: z.string().trim().max(40).nullable().default(null),
  familyName: personName,
  givenName: personName,
  patronymic: personName.nullable().default(null),
  language,
  roles: z.array(role).min(1),
  groupIds: z.array(id).default([]),
});

export const accountChange = accountFields
  .omit({ login: true })
  .extend({
    email: z.email().max(200).nullable(),
    phone: z.string().trim().max(40).nullable(),
    patronymic: personName.nullable(),
    groupIds: z.array(id),
    status: z.enum(['active', 'disabled']),
  })
  .partial();

/** A new account's login and first password, shown once, to be printed and cut out. */
export const slip = z.strictObject({
  accountId: id,
  login: z.string(),
  password: z.string(),
  name: z.string(),
  group: z.string().nullable(),
});
export type Slip = z.infer<typeof slip>;

export const group = z.strictObject({
  id,
  name: z.string(),
  programme: z.string(),
  language,
  members: z.number().int(),
});

/** One line of a roster file after reading; `problems` name the column. */
export const rosterRow = z.strictObject({
  /** Line number in the file, the heading is 1. */
  line: z.number().int(),
  login: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  patronymic: z.string(),
  email: z.string(),
  phone: z.string(),
  group: z.string(),
  language: z.string(),
  action: z.enum(['create', 'update', 'unchanged', 'refuse']),
  problems: z.array(
    z.strictObject({
      code: z.string(),
      field: z.string().optional(),
      params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
});
export type RosterRow = z.infer<typeof rosterRow>;

export const rosterImport = z.strictObject({
  id,
  fileName: z.string(),
  state: z.enum(['preview', 'applied']),
  createdAt: moment,
  counts: z.strictObject({ create: z.number(), update: z.number(), unchanged: z.number(), refuse: z.number() }),
  rows: z.array(rosterRow),
});

export const accountPage = pageOf(account);
