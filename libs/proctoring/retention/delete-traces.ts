import { type RetentionClass, rowsClass } from '@aigaq/platform';

import { holdDueSittings, whereAccessDue, whereDue } from '../persistence/retention-queries';
import { noteDeletion } from './delete-recordings';

const sittingsAtOnce = 50;

/** Nobody confirmed them. Losses of the line stay: they explain the gaps in the coverage, and speak against nobody. */
const unconfirmed = `f.state in ('raised', 'dismissed', 'closed') and f.code <> 'NET-01'`;

/** What the browser told of itself: the device check and the lines that it reported. Answers are kept by the exam. */
export const technicalTraces: RetentionClass = {
  name: 'proctoring.technical_traces',

  async due({ database, now }) {
    const [found] = await database.manager.query<{ reports: number; devices: number }[]>(
      `select (select count(*) from sitting_report l where ${whereDue('l.sitting_id')})::int as reports,
         (select count(*) from sitting c where c.device_report is not null and ${whereDue('c.id')})::int as devices`,
      [now],
    );
    return { reports: found?.reports ?? 0, devices: found?.devices ?? 0 };
  },

  deleteBatch: ({ database, now }) =>
    database.transaction(async (tx) => {
      const left = 's.device_report is not null or exists (select from sitting_report l where l.sitting_id = s.id)';
      let [reports, devices] = [0, 0];
      for (const sitting of await holdDueSittings(tx.manager, now, left, sittingsAtOnce)) {
        const [, lines] = await tx.manager.query<[unknown[], number]>(
          'delete from sitting_report where sitting_id = $1',
          [sitting.id],
        );
        const [, device] = await tx.manager.query<[unknown[], number]>(
          'update sitting set device_report = null where id = $1 and device_report is not null',
          [sitting.id],
        );
        await noteDeletion(tx, sitting, 'sitting.traces_deleted', { reports: lines, devices: device });
        reports += lines;
        devices += device;
      }
      return { reports, devices };
    }),
};

export const unconfirmedFlags: RetentionClass = {
  name: 'proctoring.unconfirmed_flags',

  async due({ database, now }) {
    const [found] = await database.manager.query<{ flags: number }[]>(
      `select count(*)::int as flags from flag f where ${unconfirmed} and ${whereDue('f.sitting_id')}`,
      [now],
    );
    return { flags: found?.flags ?? 0 };
  },

  deleteBatch: ({ database, now }) =>
    database.transaction(async (tx) => {
      const left = `exists (select from flag f where f.sitting_id = s.id and ${unconfirmed})`;
      let flags = 0;
      for (const sitting of await holdDueSittings(tx.manager, now, left, sittingsAtOnce)) {
        const [, deleted] = await tx.manager.query<[unknown[], number]>(
          `delete from flag f where f.sitting_id = $1 and ${unconfirmed}`,
          [sitting.id],
        );
        await noteDeletion(tx, sitting, 'flag.deleted', { flags: deleted });
        flags += deleted;
      }
      return { flags };
    }),
};

/** Who looked at whom, as the person looked at can see it, and the same in the journal. */
export const accessTraces: readonly RetentionClass[] = [
  rowsClass({
    name: 'proctoring.view_traces',
    things: 'views',
    table: 'view_trace',
    institution: '(select o.institution_id from sitting o where o.id = row.sitting_id)',
    due: ({ now }) => ({ where: whereAccessDue('row.sitting_id', 'row.at'), values: [now] }),
  }),
  rowsClass({
    name: 'proctoring.view_lines',
    things: 'lines',
    table: 'journal',
    institution: 'row.institution_id',
    due: ({ now }) => ({
      where: `row.action = 'sitting.viewed' and ${whereAccessDue('row.subject_id', 'row.at')}`,
      values: [now],
    }),
  }),
];
