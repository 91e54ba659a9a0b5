import { daysBefore, type RetentionClass, rowsClass } from '@aigaq/platform';

import { idleMilliseconds } from '../domain/session-rules';

/** So long a link for a forgotten password can still be told from one that never was. */
const resetDays = 1;
const knownDeviceDays = 365;

const signInLines = ['account.signed_in', 'account.sign_in_failed', 'account.session_ended'];

export const peopleRetention: readonly RetentionClass[] = [
  rowsClass({
    name: 'people.sessions',
    things: 'sessions',
    table: 'account_session',
    due: ({ now }) => ({
      where: 'row.expires_at <= $1 or row.last_seen_at < $2',
      values: [now, new Date(now.getTime() - idleMilliseconds)],
    }),
  }),
  rowsClass({
    name: 'people.password_resets',
    things: 'resets',
    table: 'password_reset',
    due: ({ now }) => ({ where: 'row.expires_at <= $1', values: [daysBefore(now, resetDays)] }),
  }),
  rowsClass({
    name: 'people.known_devices',
    things: 'devices',
    table: 'known_device',
    due: ({ now }) => ({ where: 'row.created_at <= $1', values: [daysBefore(now, knownDeviceDays)] }),
  }),
  rowsClass({
    name: 'people.roster_imports',
    things: 'imports',
    table: 'roster_import',
    institution: 'row.institution_id',
    due: ({ now, terms }) => ({ where: 'row.created_at <= $1', values: [daysBefore(now, terms.rosterImportDays)] }),
  }),
  rowsClass({
    name: 'people.sign_ins',
    things: 'lines',
    table: 'journal',
    institution: 'row.institution_id',
    due: ({ now, terms }) => ({
      where: 'row.action = any($1) and row.at <= $2',
      values: [signInLines, daysBefore(now, terms.accessDays)],
    }),
  }),
];
