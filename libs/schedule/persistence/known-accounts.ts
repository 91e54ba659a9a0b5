import { Account, type Scope } from '@aigaq/people';
import { In, type EntityManager } from 'typeorm';

import type { KnownAccount } from '../domain/roster-rules';

/** Those of the accounts that the institution has. */
export async function knownAccounts(
  manager: EntityManager,
  { institutionId }: Scope,
  ids: readonly string[],
): Promise<Map<string, KnownAccount>> {
  const found = await manager.find(Account, {
    select: { id: true, roles: true, status: true },
    where: { institutionId, id: In([...new Set(ids)]) },
  });
  return new Map(found.map(({ id, roles, status }) => [id, { id, roles, active: status === 'active' }]));
}
