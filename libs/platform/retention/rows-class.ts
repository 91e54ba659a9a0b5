import type { Transaction } from '../database/database';
import type { RetentionClass, RetentionCounts, RetentionWork } from './retention';

export interface RowsClass {
  readonly name: string;
  /** What a row is, in the plural: the name of the count. */
  readonly things: string;
  readonly table: string;
  /** Whose row it is: an SQL expression over `row`. Without it the installation's own. */
  readonly institution?: string;
  /** The condition over `row` and its parameters. */
  due(work: Pick<RetentionWork, 'now' | 'terms'>): { readonly where: string; readonly values: readonly unknown[] };
}

/** Rows of one statement; few enough that nobody waits for the locks. */
const batch = 2000;

interface Gone {
  readonly institution_id: string | null;
  readonly count: number;
}

/** A class of data that are rows of one table and nothing more. One journal line for each institution and batch. */
export function rowsClass(rows: RowsClass): RetentionClass {
  return {
    name: rows.name,
    due: (work) => count(rows, work),
    deleteBatch: (work) => work.database.transaction((tx) => deleteBatch(rows, tx, work)),
  };
}

async function count(rows: RowsClass, work: RetentionWork): Promise<RetentionCounts> {
  const { where, values } = rows.due(work);
  const [found] = await work.database.manager.query<{ count: number }[]>(
    `select count(*)::int as count from ${rows.table} row where ${where}`,
    [...values],
  );
  return { [rows.things]: found?.count ?? 0 };
}

async function deleteBatch(rows: RowsClass, tx: Transaction, work: RetentionWork): Promise<RetentionCounts> {
  const { where, values } = rows.due(work);
  const gone = await tx.manager.query<Gone[]>(
    `with doomed as (
       select row.ctid from ${rows.table} row where ${where} limit ${batch} for update of row skip locked
     ), gone as (
       delete from ${rows.table} row using doomed where row.ctid = doomed.ctid
       returning ${rows.institution ?? 'null::uuid'} as institution_id
     )
     select institution_id, count(*)::int as count from gone group by institution_id`,
    [...values],
  );
  for (const { institution_id: institutionId, count: deleted } of gone)
    await tx.journal({
      institutionId,
      actorId: null,
      action: 'retention.deleted',
      subjectType: institutionId === null ? 'installation' : 'institution',
      subjectId: institutionId,
      data: { class: rows.name, [rows.things]: deleted },
    });
  return { [rows.things]: gone.reduce((sum, line) => sum + line.count, 0) };
}
