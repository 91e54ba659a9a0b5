import type { ConsentDocument, Language, Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import { type Actor, Institution } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import type { EventRecord } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

import { consentDocumentFor } from '../domain/consent-document';
import type { SittingEntity } from '../persistence/sitting.entity';
import { OwnSitting } from '../sitting/own-sitting';

/** The notice that a person reads before agreeing. */
@Injectable()
export class ShowConsent {
  constructor(
    private readonly database: Database,
    private readonly own: OwnSitting,
  ) {}

  async run(actor: Actor, sittingId: string, language: Language): Promise<Outcome<ConsentDocument>> {
    const found = await this.own.find(actor, sittingId);
    if (!found) return failure({ code: 'not_found' });
    return success(await consentDocumentOf(this.database.manager, actor, found.sitting, found.event, language));
  }
}

/** The same notice for showing and for accepting: what it says now. */
export async function consentDocumentOf(
  manager: EntityManager,
  actor: Actor,
  sitting: SittingEntity,
  event: EventRecord,
  language: Language,
): Promise<ConsentDocument> {
  const institution = await manager.findOneByOrFail(Institution, { id: sitting.institutionId });
  const { title, discipline, opensAt, profileReason, ruleSet } = event;
  return consentDocumentFor(
    {
      institution,
      name: actor.name,
      event: { title, discipline: discipline.name, opensAt, profileReason, ruleSet },
      profile: sitting.profile,
      silencedDetectors: sitting.silencedDetectors,
    },
    language,
  );
}
