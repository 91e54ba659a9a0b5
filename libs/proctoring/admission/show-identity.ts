import type { MySitting, Outcome } from '@aigaq/contracts';
import { failure, newId, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database, OBJECT_STORE, type ObjectStore } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { problemOfStill } from '../domain/identity-check';
import { IdentityCheckEntity } from '../persistence/identity-check.entity';
import { publishChanged } from '../persistence/sitting-queries';
import { OwnSitting, problemOf } from '../sitting/own-sitting';
import { EraseIdentityImages } from './erase-identity-images';

export interface Stills {
  readonly face: Uint8Array;
  readonly document: Uint8Array;
}

/** Takes the two stills that a person compares. */
@Injectable()
export class ShowIdentity {
  constructor(
    private readonly own: OwnSitting,
    private readonly erase: EraseIdentityImages,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /**
   * Stills that were shown before are erased. Refuses with the fault of each picture, or with what stands against the
   * step at this moment. Throws StoreUnavailable when they cannot be kept.
   */
  async run(actor: Actor, sittingId: string, stills: Stills): Promise<Outcome<MySitting>> {
    const problems = (['face', 'document'] as const)
      .map((field) => problemOfStill(field, stills[field]))
      .filter((problem) => problem !== null);
    if (problems.length > 0) return failure(...problems);
    const check = newId();
    const keys = {
      faceKey: `identity/${sittingId}/${check}-face.jpg`,
      documentKey: `identity/${sittingId}/${check}-document.jpg`,
    };
    const prepared = await this.own.change(actor, sittingId, async (work) => {
      const problem = problemOf('identity', work);
      if (problem) return failure(problem);
      await work.tx.manager.insert(IdentityCheckEntity, {
        id: check,
        sittingId,
        state: 'unshown',
        ...keys,
        requestedAt: work.now,
      });
      return success(undefined);
    });
    if (!prepared.ok) return prepared;
    await this.store.put(keys.faceKey, stills.face, { contentType: 'image/jpeg' });
    await this.store.put(keys.documentKey, stills.document, { contentType: 'image/jpeg' });
    const shown = await this.show(actor, sittingId, check);
    await this.erase.run(sittingId, shown.ok ? { except: check } : { only: check });
    // The sitting may have ended, and its images been erased, while these were still on their way.
    if (!shown.ok) for (const key of Object.values(keys)) await this.store.delete(key);
    return shown;
  }

  private show(actor: Actor, sittingId: string, check: string): Promise<Outcome<MySitting>> {
    return this.own.change(actor, sittingId, async (work) => {
      const problem = problemOf('identity', work);
      if (problem) return failure(problem);
      const { tx, sitting } = work;
      await tx.manager.update(IdentityCheckEntity, { sittingId, state: 'requested' }, { state: 'unshown' });
      await tx.manager.update(IdentityCheckEntity, { id: check }, { state: 'requested', requestedAt: work.now });
      await Database.moveState(tx.manager, { table: 'sitting', id: sitting.id, from: ['waiting'], to: 'identifying' });
      await tx.journal({
        institutionId: sitting.institutionId,
        actorId: actor.accountId,
        action: 'sitting.identity_shown',
        subjectType: 'sitting',
        subjectId: sitting.id,
        data: { checkId: check },
      });
      await publishChanged(tx, sitting);
      return success(undefined);
    });
  }
}
