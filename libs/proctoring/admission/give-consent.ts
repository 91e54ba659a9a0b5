import type { Language, MySitting, Outcome } from '@aigaq/contracts';
import { failure, newId, success } from '@aigaq/kernel';
import type { Actor, Origin } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { ConsentEntity } from '../persistence/consent.entity';
import { publishChanged } from '../persistence/sitting-queries';
import { OwnSitting, type OwnWork, problemOf } from '../sitting/own-sitting';
import { consentDocumentOf } from './show-consent';

export interface Acceptance {
  readonly language: Language;
  /** Hash of the notice that was on the screen. */
  readonly sha256: string;
}

/** Keeps the very notice that was agreed to, with its hash, as evidence (DP-02), and opens admission. */
@Injectable()
export class GiveConsent {
  constructor(private readonly own: OwnSitting) {}

  /** Refuses with `consent_outdated` when the notice has changed since it was shown. */
  run(actor: Actor, sittingId: string, acceptance: Acceptance, origin: Origin): Promise<Outcome<MySitting>> {
    return this.own.change(actor, sittingId, async (work) => {
      if (await this.given(work, acceptance)) return success(undefined);
      const problem = problemOf('consent', work);
      if (problem) return failure(problem);
      const { tx, sitting, event, now } = work;
      const document = await consentDocumentOf(tx.manager, actor, sitting, event, acceptance.language);
      if (document.sha256 !== acceptance.sha256) return failure({ code: 'consent_outdated' });
      await Database.moveState(tx.manager, { table: 'sitting', id: sitting.id, from: ['invited'], to: 'checking' });
      const { version, language, sha256 } = document;
      const consent = { id: newId(), sittingId, accountId: actor.accountId, version, language, sha256, document };
      await tx.manager.insert(ConsentEntity, { ...consent, ...origin, givenAt: now });
      await tx.journal({
        institutionId: sitting.institutionId,
        actorId: actor.accountId,
        action: 'sitting.consented',
        subjectType: 'sitting',
        subjectId: sitting.id,
        data: { consentId: consent.id, version, language, sha256 },
      });
      await publishChanged(tx, sitting);
      return success(undefined);
    });
  }

  /** A second click on the same notice is no second consent. */
  private async given({ tx, sitting }: OwnWork, { sha256 }: Acceptance): Promise<boolean> {
    return sitting.state !== 'invited' && tx.manager.existsBy(ConsentEntity, { sittingId: sitting.id, sha256 });
  }
}
