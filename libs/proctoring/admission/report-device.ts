import type { DeviceReport, MySitting, Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { problemsOfDevice, stateAfterDevice } from '../domain/admission';
import { publishChanged } from '../persistence/sitting-queries';
import { SittingEntity } from '../persistence/sitting.entity';
import { OwnSitting, type OwnWork, problemOf } from '../sitting/own-sitting';

/** Takes the result of a device check. A failed one is kept for whoever helps, and is held against nobody. */
@Injectable()
export class ReportDevice {
  constructor(private readonly own: OwnSitting) {}

  /** Refuses with `device_check_failed` for each field that does not do. */
  run(actor: Actor, sittingId: string, report: DeviceReport): Promise<Outcome<MySitting>> {
    return this.own.change(actor, sittingId, async (work) => {
      const problem = problemOf('device', work);
      if (problem) return failure(problem);
      const { tx, sitting } = work;
      const problems = problemsOfDevice(sitting.profile, report);
      await tx.manager.update(SittingEntity, { id: sitting.id }, { deviceReport: report });
      if (problems.length > 0) return failure(...problems);
      await this.pass(work);
      return success(undefined);
    });
  }

  private async pass({ tx, sitting, now }: OwnWork): Promise<void> {
    await tx.manager.update(SittingEntity, { id: sitting.id }, { deviceCheckedAt: now });
    const to = stateAfterDevice(sitting.profile);
    // A profile without identity has nothing to wait for; both steps stand in the table of states.
    await Database.moveState(tx.manager, { table: 'sitting', id: sitting.id, from: ['checking'], to: 'waiting' });
    if (to === 'ready')
      await Database.moveState(tx.manager, { table: 'sitting', id: sitting.id, from: ['waiting'], to: 'ready' });
    await tx.journal({
      institutionId: sitting.institutionId,
      actorId: sitting.accountId,
      action: 'sitting.device_checked',
      subjectType: 'sitting',
      subjectId: sitting.id,
    });
    await publishChanged(tx, sitting);
  }
}
