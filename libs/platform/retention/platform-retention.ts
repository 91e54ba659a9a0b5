import { daysBefore, type RetentionClass } from './retention';
import { rowsClass } from './rows-class';

/** Long enough to look into what went wrong. */
const deliveredFactDays = 7;

export const platformRetention: readonly RetentionClass[] = [
  rowsClass({
    name: 'platform.mails',
    things: 'mails',
    table: 'mail',
    institution: 'row.institution_id',
    // One that could never be sent is as old as its writing.
    due: ({ now, terms }) => ({
      where: 'coalesce(row.sent_at, row.created_at) <= $1',
      values: [daysBefore(now, terms.mailDays)],
    }),
  }),
  rowsClass({
    name: 'platform.facts',
    things: 'facts',
    table: 'outbox',
    due: ({ now }) => ({ where: 'row.delivered_at <= $1', values: [daysBefore(now, deliveredFactDays)] }),
  }),
];
