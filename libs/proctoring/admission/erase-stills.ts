import type { Database, ObjectStore } from '@aigaq/platform';

import { IdentityCheckEntity } from '../persistence/identity-check.entity';
import { SittingEntity } from '../persistence/sitting.entity';

/** The keys go only after the images are gone, so that a store that is away is tried again. */
export async function eraseStills(database: Database, store: ObjectStore, check: IdentityCheckEntity): Promise<void> {
  for (const key of [check.faceKey, check.documentKey]) if (key !== null) await store.delete(key);
  await database.transaction(async (tx) => {
    const sitting = await tx.manager.findOneByOrFail(SittingEntity, { id: check.sittingId });
    await tx.manager.update(IdentityCheckEntity, { id: check.id }, { faceKey: null, documentKey: null });
    await tx.journal({
      institutionId: sitting.institutionId,
      actorId: null,
      action: 'identity.images_erased',
      subjectType: 'sitting',
      subjectId: sitting.id,
      data: { checkId: check.id },
    });
  });
}
