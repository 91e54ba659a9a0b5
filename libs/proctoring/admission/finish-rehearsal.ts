import type { MySitting, Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Injectable } from '@nestjs/common';

import { publishChanged } from '../persistence/sitting-queries';
import { SittingEntity } from '../persistence/sitting.entity';
import { OwnSitting, problemOf } from '../sitting/own-sitting';

/** Notes that the person rehearsed. What was said and shown in the rehearsal is kept nowhere. */
@Injectable()
export class FinishRehearsal {
  constructor(private readonly own: OwnSitting) {}

  run(actor: Actor, sittingId: string): Promise<Outcome<MySitting>> {
    return this.own.change(actor, sittingId, async (work) => {
      const problem = problemOf('rehearsal', work);
      if (problem) return failure(problem);
      const { tx, sitting, now } = work;
      await tx.manager.update(SittingEntity, { id: sitting.id }, { rehearsedAt: now });
      await tx.journal({
        institutionId: sitting.institutionId,
        actorId: actor.accountId,
        action: 'sitting.rehearsed',
        subjectType: 'sitting',
        subjectId: sitting.id,
      });
      await publishChanged(tx, sitting);
      return success(undefined);
    });
  }
}
