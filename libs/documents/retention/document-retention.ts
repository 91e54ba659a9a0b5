import { daysBefore, type RetentionClass, rowsClass } from '@aigaq/platform';

/** Documents themselves stay: the institution's nomenclature of files rules them. */
export const documentRetention: readonly RetentionClass[] = [
  rowsClass({
    name: 'documents.openings',
    things: 'lines',
    table: 'journal',
    institution: 'row.institution_id',
    due: ({ now, terms }) => ({
      where: `row.action = 'document.opened' and row.at <= $1`,
      values: [daysBefore(now, terms.accessDays)],
    }),
  }),
];
