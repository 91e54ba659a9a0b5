import type { DocumentView, Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import { type Actor, displayName, FindAccounts } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { ReadSittings } from '@aigaq/proctoring';
import { FindEvent } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';

import { DocumentEntity } from './persistence/document.entity';

/** The documents of a sitting, the newest first, for those who may see its event. */
@Injectable()
export class ListDocuments {
  constructor(
    private readonly database: Database,
    private readonly sittings: ReadSittings,
    private readonly events: FindEvent,
    private readonly accounts: FindAccounts,
  ) {}

  async run(actor: Actor, sittingId: string): Promise<Outcome<DocumentView[]>> {
    const sitting = await this.sittings.byId(sittingId);
    if (!sitting || !(await this.events.seenBy(actor, sitting.eventId))) return failure({ code: 'not_found' });
    const { institutionId } = actor;
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    const found = await this.database.manager.find(DocumentEntity, {
      where: { subjectId: sittingId, institutionId },
      order,
    });
    const people = await this.accounts.byIds(
      actor,
      found.map((each) => each.createdBy),
    );
    const names = new Map(people.map((person) => [person.id, displayName(person)]));
    return success(
      found.map(({ id, kind, number, language, createdAt, createdBy, sha256, size }) => ({
        id,
        kind,
        number,
        language,
        createdAt: createdAt.toISOString(),
        createdBy: names.get(createdBy) ?? '',
        sha256,
        size,
      })),
    );
  }
}
