import { daysBefore, type RetentionClass, type RetentionWork } from '@aigaq/platform';

import { eraseStills } from '../admission/erase-stills';
import { runningStates, statesBeforeStart } from '../domain/sitting-lifecycle';
import { IdentityCheckEntity } from '../persistence/identity-check.entity';

const atOnce = 50;

/**
 * Shown a day ago or longer, and nobody will look at them any more: the sitting is over, or nobody can begin it since a
 * day. An open case does not hold them: the candidate was told that they go when the sitting ends.
 */
const left = `from identity_check c join sitting s on s.id = c.sitting_id
  where (c.face_key is not null or c.document_key is not null) and c.requested_at <= $1 and s.state <> all($2)
    and (s.state <> all($3) or s.closes_at <= $1)`;

const valuesOf = ({ now }: RetentionWork) => [daysBefore(now, 1), runningStates, statesBeforeStart];

/** Stills go when the sitting ends; this finds those that were left because the store or the server was away. */
export const leftStills: RetentionClass = {
  name: 'proctoring.left_stills',

  async due(work) {
    const [found] = await work.database.manager.query<{ checks: number }[]>(
      `select count(*)::int as checks ${left}`,
      valuesOf(work),
    );
    return { checks: found?.checks ?? 0 };
  },

  async deleteBatch(work) {
    const { database, store } = work;
    const rows = await database.manager.query<{ id: string }[]>(
      `select c.id ${left} order by c.requested_at limit ${atOnce}`,
      valuesOf(work),
    );
    for (const { id } of rows) {
      const check = await database.manager.findOneBy(IdentityCheckEntity, { id });
      if (check) await eraseStills(database, store, check);
    }
    return { checks: rows.length };
  },
};
