import { Account, displayName } from '@aigaq/people';
import { type EntityManager, In } from 'typeorm';

/** Names of the people who did something, by their ids; null stays null, for what the system did. */
export type Names = (accountId: string | null) => string | null;

export async function readNames(
  manager: EntityManager,
  institutionId: string,
  accountIds: readonly (string | null)[],
): Promise<Names> {
  const ids = [...new Set(accountIds.filter((id) => id !== null))];
  const accounts = ids.length === 0 ? [] : await manager.findBy(Account, { id: In(ids), institutionId });
  const names = new Map(accounts.map((account) => [account.id, displayName(account)]));
  return (accountId) => (accountId === null ? null : (names.get(accountId) ?? ''));
}
