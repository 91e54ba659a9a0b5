import { z } from 'zod';

import { id, idParams, language, moment, pageOf, pageQuery } from '../common';
import { route } from '../route';
import {
  account,
  accountChange,
  accountFields,
  accountPage,
  accountQuery,
  deviceSession,
  group,
  institution,
  me,
  newPassword,
  rosterImport,
  signedIn,
  slip,
} from './people';

const totpCode = z.string().regex(/^\d{6}$/);
/** Six digits, or a recovery code such as `k7vq-9m2x-4hdt`. */
const secondFactorCode = z.string().trim().min(6).max(40);
const done = z.strictObject({ done: z.literal(true) });

export const peopleRoutes = {
  /** What a page needs before anyone has signed in. */
  welcome: route({
    method: 'GET',
    path: '/welcome',
    access: 'public',
    answer: z.strictObject({
      product: z.string(),
      version: z.string(),
      institutions: z.array(institution),
      /** Empty outside a demonstration. */
      demoAccounts: z.array(
        z.strictObject({ role: z.string(), login: z.string(), password: z.string(), name: z.string() }),
      ),
    }),
  }),
  signIn: route({
    method: 'POST',
    path: '/sign-in',
    access: 'public',
    limit: 'sign_in',
    body: z.strictObject({ login: z.string().trim().min(1).max(200), password: z.string().min(1).max(200) }),
    answer: signedIn,
  }),
  /** The second step; the cookie of the first step says whose. */
  signInSecondFactor: route({
    method: 'POST',
    path: '/sign-in/second-factor',
    access: 'public',
    limit: 'sign_in',
    body: z.strictObject({ code: secondFactorCode }),
    answer: signedIn,
  }),
  signOut: route({ method: 'POST', path: '/sign-out', access: 'signed_in', answer: done }),
  me: route({ method: 'GET', path: '/me', access: 'signed_in', answer: z.strictObject({ me, csrfToken: z.string() }) }),
  updateMe: route({
    method: 'PATCH',
    path: '/me',
    access: 'signed_in',
    body: z.strictObject({ language }),
    answer: me,
  }),
  changePassword: route({
    method: 'POST',
    path: '/me/password',
    access: 'signed_in',
    limit: 'sign_in',
    body: z.strictObject({ current: z.string().min(1).max(200), next: newPassword }),
    answer: done,
  }),
  mySessions: route({ method: 'GET', path: '/me/sessions', access: 'signed_in', answer: z.array(deviceSession) }),
  endSession: route({
    method: 'DELETE',
    path: '/me/sessions/:id',
    access: 'signed_in',
    params: idParams,
    answer: done,
  }),
  beginTotp: route({
    method: 'POST',
    path: '/me/totp',
    access: 'signed_in',
    answer: z.strictObject({ secret: z.string(), uri: z.string(), qrSvg: z.string() }),
  }),
  confirmTotp: route({
    method: 'POST',
    path: '/me/totp/confirmation',
    access: 'signed_in',
    limit: 'sign_in',
    body: z.strictObject({ code: totpCode }),
    answer: z.strictObject({ recoveryCodes: z.array(z.string()) }),
  }),
  removeTotp: route({
    method: 'DELETE',
    path: '/me/totp',
    access: 'signed_in',
    limit: 'sign_in',
    body: z.strictObject({ password: z.string().min(1).max(200) }),
    answer: done,
  }),
  /** Always answers the same, so that nobody learns which accounts exist. */
  requestPasswordReset: route({
    method: 'POST',
    path: '/password-reset',
    access: 'public',
    limit: 'password_reset',
    body: z.strictObject({ login: z.string().trim().min(1).max(200), language }),
    answer: done,
  }),
  completePasswordReset: route({
    method: 'POST',
    path: '/password-reset/completion',
    access: 'public',
    limit: 'password_reset',
    body: z.strictObject({ token: z.string().min(20).max(200), password: newPassword }),
    answer: done,
  }),
  listAccounts: route({
    method: 'GET',
    path: '/accounts',
    access: 'account.read',
    query: accountQuery,
    answer: accountPage,
  }),
  createAccount: route({
    method: 'POST',
    path: '/accounts',
    access: 'account.create',
    limit: 'write',
    body: accountFields,
    answer: z.strictObject({ account, slip }),
  }),
  getAccount: route({
    method: 'GET',
    path: '/accounts/:id',
    access: 'account.read',
    params: idParams,
    answer: account,
  }),
  updateAccount: route({
    method: 'PATCH',
    path: '/accounts/:id',
    access: 'account.update',
    params: idParams,
    body: accountChange,
    answer: account,
  }),
  /** New first passwords for the accounts named; their sessions end. */
  printSlips: route({
    method: 'POST',
    path: '/account-slips',
    access: 'account.reset_password',
    limit: 'write',
    body: z.strictObject({ accountIds: z.array(id).min(1).max(500) }),
    answer: z.array(slip),
  }),
  listGroups: route({ method: 'GET', path: '/groups', access: 'group.read', answer: z.array(group) }),
  createGroup: route({
    method: 'POST',
    path: '/groups',
    access: 'group.create',
    body: z.strictObject({
      name: z.string().trim().min(1).max(100),
      programme: z.string().trim().max(200).default(''),
      language,
    }),
    answer: group,
  }),
  /** Reads a CSV or XLSX file and says what applying it would do; changes nothing. */
  previewRoster: route({
    method: 'POST',
    path: '/roster-imports',
    access: 'roster.import',
    limit: 'upload',
    files: ['file'],
    answer: rosterImport,
  }),
  getRosterImport: route({
    method: 'GET',
    path: '/roster-imports/:id',
    access: 'roster.import',
    params: idParams,
    answer: rosterImport,
  }),
  /** Creates and updates the lines that are in order; the refused ones stay out. */
  applyRoster: route({
    method: 'POST',
    path: '/roster-imports/:id/application',
    access: 'roster.import',
    params: idParams,
    limit: 'write',
    answer: z.strictObject({ created: z.number(), updated: z.number(), refused: z.number(), slips: z.array(slip) }),
  }),
  /** The mails that the installation sent; only in a demonstration. */
  listMails: route({
    method: 'GET',
    path: '/mails',
    access: 'mail.read',
    query: pageQuery,
    answer: pageOf(
      z.strictObject({
        id,
        to: z.string(),
        subject: z.string(),
        text: z.string(),
        createdAt: moment,
        sentAt: moment.nullable(),
      }),
    ),
  }),
};
