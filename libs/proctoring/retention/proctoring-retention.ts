import { daysBefore, type RetentionClass, rowsClass } from '@aigaq/platform';

import { recordings } from './delete-recordings';
import { accessTraces, technicalTraces, unconfirmedFlags } from './delete-traces';
import { leftStills } from './erase-left-stills';

/** A node that comes back later than that may tell a fact again, which then changes nothing either. */
const takenFactDays = 30;

export const proctoringRetention: readonly RetentionClass[] = [
  leftStills,
  recordings,
  technicalTraces,
  unconfirmedFlags,
  ...accessTraces,
  rowsClass({
    name: 'proctoring.taken_facts',
    things: 'facts',
    table: 'media_fact_taken',
    due: ({ now }) => ({ where: 'row.at <= $1', values: [daysBefore(now, takenFactDays)] }),
  }),
];
