import type { MySitting, Outcome } from '@aigaq/contracts';
import { failure, newId, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Injectable } from '@nestjs/common';

import { AlternativeRequestEntity } from '../persistence/alternative-request.entity';
import { publishChanged } from '../persistence/sitting-queries';
import { OwnSitting, problemOf } from '../sitting/own-sitting';

/** One click asks for another way to sit: possible without consent, never a disadvantage (DP-03). */
@Injectable()
export class RequestAlternative {
  constructor(private readonly own: OwnSitting) {}

  /** A request that still waits takes the new reason; one that was answered stays as it is (`already_exists`). */
  run(actor: Actor, sittingId: string, reason: string): Promise<Outcome<MySitting>> {
    return this.own.change(actor, sittingId, async (work) => {
      const problem = problemOf('alternative', work);
      if (problem) return failure(problem);
      const { tx, sitting, now } = work;
      const known = await tx.manager.findOneBy(AlternativeRequestEntity, { sittingId: sitting.id });
      if (known && known.answeredAt !== null) return failure({ code: 'already_exists' });
      if (known) {
        if (reason !== '') await tx.manager.update(AlternativeRequestEntity, { id: known.id }, { reason });
      } else {
        const request = { id: newId(), sittingId: sitting.id, reason, requestedAt: now };
        await tx.manager.insert(AlternativeRequestEntity, request);
        await tx.journal({
          institutionId: sitting.institutionId,
          actorId: actor.accountId,
          action: 'sitting.alternative_requested',
          subjectType: 'sitting',
          subjectId: sitting.id,
          data: { requestId: request.id },
        });
      }
      await publishChanged(tx, sitting);
      return success(undefined);
    });
  }
}
