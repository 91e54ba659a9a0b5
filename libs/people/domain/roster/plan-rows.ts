import type { Problem, Role, RosterRow } from '@aigaq/contracts';

import { mayManage } from '../manage-accounts';
import type { RosterLine } from './read-lines';

/** An account that has a login of the file already. */
export interface TakenLogin {
  readonly login: string;
  readonly institutionId: string;
  readonly roles: readonly Role[];
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly language: string;
  /** Names of the groups that it is in. */
  readonly groups: readonly string[];
}

/** Says for each line what applying it would do. */
export function planRows(
  lines: readonly RosterLine[],
  taken: readonly TakenLogin[],
  actor: { readonly institutionId: string; readonly roles: readonly Role[] },
): RosterRow[] {
  const byLogin = new Map(taken.map((account) => [account.login.toLowerCase(), account]));
  return lines.map((line) => {
    const account = byLogin.get(line.login.toLowerCase());
    const problems: Problem[] = [...line.problems];
    if (account && account.institutionId !== actor.institutionId)
      problems.push({ code: 'already_exists', field: 'login' });
    else if (account && !mayManage(actor.roles, account.roles)) problems.push({ code: 'forbidden', field: 'login' });
    return {
      ...line,
      problems: problems.map((problem) => ({ ...problem })),
      action: actionOf(line, account, problems),
    };
  });
}

function actionOf(
  line: RosterLine,
  account: TakenLogin | undefined,
  problems: readonly Problem[],
): RosterRow['action'] {
  if (problems.length > 0) return 'refuse';
  if (!account) return 'create';
  // What a file leaves empty it leaves as it is.
  const differs = (value: string, known: string | null) => value !== '' && value !== (known ?? '');
  const changed =
    differs(line.familyName, account.familyName) ||
    differs(line.givenName, account.givenName) ||
    differs(line.patronymic, account.patronymic) ||
    differs(line.email, account.email) ||
    differs(line.phone, account.phone) ||
    differs(line.language, account.language) ||
    (line.group !== '' && !account.groups.includes(line.group));
  return changed ? 'update' : 'unchanged';
}

export function countActions(rows: readonly RosterRow[]): Record<RosterRow['action'], number> {
  const counts = { create: 0, update: 0, unchanged: 0, refuse: 0 };
  for (const { action } of rows) counts[action] += 1;
  return counts;
}
