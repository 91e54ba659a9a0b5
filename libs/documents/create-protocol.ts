import type { DocumentView, Outcome } from '@aigaq/contracts';
import { type Clock, newId, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { CLOCK, Database, OBJECT_STORE, type ObjectStore, type Transaction } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

import { DocumentEntity } from './persistence/document.entity';
import { nextNumber } from './persistence/next-number';
import { ProtocolMaterial, type ProtocolMatter } from './protocol-material';
import { renderProtocol } from './render/render-protocol';

/** Puts a sitting's protocol on paper; each call makes a new document and keeps the older ones. */
@Injectable()
export class CreateProtocol {
  constructor(
    private readonly database: Database,
    private readonly material: ProtocolMaterial,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses with `not_found`, `undecided` or `not_graded`. */
  async run(actor: Actor, sittingId: string): Promise<Outcome<DocumentView>> {
    const gathered = await this.material.gather(actor, sittingId);
    if (!gathered.ok) return gathered;
    return success(await this.database.transaction((tx) => this.make(tx, actor, sittingId, gathered.value)));
  }

  /** Within one transaction, so that a document that fails takes no number with it. */
  private async make(tx: Transaction, actor: Actor, sittingId: string, matter: ProtocolMatter): Promise<DocumentView> {
    const createdAt = this.clock.now();
    const { institutionId } = actor;
    const number = await nextNumber(tx.manager, institutionId, 'protocol', createdAt.getUTCFullYear());
    const pdf = await renderProtocol({ ...matter, number, createdAt: createdAt.toISOString(), createdBy: actor.name });
    const id = newId<'Document'>();
    const objectKey = `documents/${institutionId}/${id}.pdf`;
    const { size, sha256 } = await this.store.put(objectKey, pdf, { contentType: 'application/pdf' });
    const { language } = matter;
    const entity = {
      id,
      institutionId,
      kind: 'protocol' as const,
      subjectId: sittingId,
      number,
      language,
      objectKey,
      sha256,
      size,
    };
    await tx.manager.insert(DocumentEntity, { ...entity, createdBy: actor.accountId, createdAt });
    await tx.journal({
      institutionId,
      actorId: actor.accountId,
      action: 'protocol.created',
      subjectType: 'sitting',
      subjectId: sittingId,
      data: { documentId: id, number, sha256 },
    });
    return {
      id,
      kind: 'protocol',
      number,
      language,
      createdAt: createdAt.toISOString(),
      createdBy: actor.name,
      sha256,
      size,
    };
  }
}
