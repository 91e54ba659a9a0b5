import { newId } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import type { Transaction } from '@aigaq/platform';

import { ViewTraceEntity } from '../persistence/view-trace.entity';
import type { SittingEntity } from '../persistence/sitting.entity';

/** What somebody of the staff looked at: the person himself, the recording of him, or his stills. */
export type Looked = 'live' | 'recording' | 'identity';

/** Whoever keeps looking leaves one line in so many milliseconds. */
const oneLineEach = 10 * 60_000;

/** Writes down who looks at whom, where the person looked at can see it (DP-14). Ask with the sitting held. */
export async function leaveTrace(
  tx: Transaction,
  actor: Actor,
  sitting: SittingEntity,
  look: { what: Looked; at: Date },
): Promise<void> {
  const [{ seen }] = await tx.manager.query<[{ seen: boolean }]>(
    'select exists (select from view_trace where sitting_id = $1 and account_id = $2 and what = $3 and at > $4) as seen',
    [sitting.id, actor.accountId, look.what, new Date(look.at.getTime() - oneLineEach)],
  );
  if (seen) return;
  await tx.manager.insert(ViewTraceEntity, {
    id: newId(),
    sittingId: sitting.id,
    accountId: actor.accountId,
    at: look.at,
    what: look.what,
  });
  await tx.journal({
    institutionId: sitting.institutionId,
    actorId: actor.accountId,
    action: 'sitting.viewed',
    subjectType: 'sitting',
    subjectId: sitting.id,
    data: { what: look.what },
  });
}
