import type { EntityManager } from 'typeorm';

import type { Scope } from '../domain/actor';

/** Whether all the groups are the institution's own. */
export async function ownGroups(manager: EntityManager, scope: Scope, groupIds: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(groupIds)];
  if (wanted.length === 0) return true;
  const [row] = await manager.query<{ found: number }[]>(
    'select count(*)::int as found from study_group where institution_id = $1 and id = any($2)',
    [scope.institutionId, wanted],
  );
  return row?.found === wanted.length;
}
