import type { Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database, OBJECT_STORE, type ObjectStore, type StoredObject } from '@aigaq/platform';
import { ReadSittings } from '@aigaq/proctoring';
import { FindEvent } from '@aigaq/schedule';
import { Inject, Injectable } from '@nestjs/common';

import { DocumentEntity } from './persistence/document.entity';

/** A document's file; that it was opened is written down. */
@Injectable()
export class OpenDocument {
  constructor(
    private readonly database: Database,
    private readonly sittings: ReadSittings,
    private readonly events: FindEvent,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  async run(actor: Actor, documentId: string): Promise<Outcome<StoredObject & { fileName: string }>> {
    const { institutionId } = actor;
    const found = await this.database.manager.findOneBy(DocumentEntity, { id: documentId, institutionId });
    const sitting = found && (await this.sittings.byId(found.subjectId));
    if (!sitting || !(await this.events.seenBy(actor, sitting.eventId))) return failure({ code: 'not_found' });
    const stored = await this.store.get(found.objectKey);
    if (!stored) return failure({ code: 'not_found' });
    await this.database.transaction((tx) =>
      tx.journal({
        institutionId,
        actorId: actor.accountId,
        action: 'document.opened',
        subjectType: 'document',
        subjectId: documentId,
      }),
    );
    return success({ ...stored, fileName: `${found.number}.pdf` });
  }
}
