import type { Outcome } from '@aigaq/contracts';
import { type Clock, failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, OBJECT_STORE, type ObjectStore, type StoredObject, StoreUnavailable } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';
import { Not } from 'typeorm';

import { IdentityCheckEntity } from '../persistence/identity-check.entity';
import { HoldSitting } from '../watch/hold-sitting';
import { leaveTrace } from './leave-trace';

/** One of the two stills that a candidate showed last; they exist until the sitting ends. */
@Injectable()
export class OpenIdentityImage {
  constructor(
    private readonly hold: HoldSitting,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_found` when nothing was shown or the stills are deleted, and `store_unavailable`. */
  async run(actor: Actor, sittingId: string, image: 'face' | 'document'): Promise<Outcome<StoredObject>> {
    const key = await this.hold.run(actor, sittingId, 'watch', async (tx, sitting) => {
      const check = await tx.manager.findOne(IdentityCheckEntity, {
        where: { sittingId, state: Not('unshown') },
        order: { requestedAt: 'DESC', id: 'DESC' },
      });
      const found = image === 'face' ? check?.faceKey : check?.documentKey;
      if (found === null || found === undefined) return failure({ code: 'not_found' as const });
      await leaveTrace(tx, actor, sitting, { what: 'identity', at: this.clock.now() });
      return success(found);
    });
    if (!key.ok) return key;
    try {
      const object = await this.store.get(key.value);
      return object ? success(object) : failure({ code: 'not_found' });
    } catch (error) {
      if (error instanceof StoreUnavailable) return failure({ code: 'store_unavailable' });
      throw error;
    }
  }
}
