import type { MySitting, Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { endOfTime } from '../domain/sitting-clock';
import { isRunning } from '../domain/sitting-lifecycle';
import { addTimeFact, named, planOf, publishChanged, readTimeFacts } from '../persistence/sitting-queries';
import { isHeldByOther } from './join-sitting';
import type { Owner } from './my-sittings';
import { OwnSitting, type OwnWork, problemOf } from './own-sitting';

/** Begins the sitting: its time runs from now on, and one browser holds it. */
@Injectable()
export class StartSitting {
  constructor(private readonly own: OwnSitting) {}

  /** The browser that started it may say so again. Refuses with `too_early`, `too_late` and `other_device`. */
  run(owner: Owner, sittingId: string, deviceId: string): Promise<Outcome<MySitting>> {
    return this.own.change(owner, sittingId, async (work) => {
      const { sitting, event } = work;
      if (isHeldByOther(sitting, deviceId)) return failure({ code: 'other_device' });
      if (isRunning(sitting.state)) return success(undefined);
      const problem = problemOf('start', work);
      if (problem) return failure(problem);
      if (event.state !== 'announced' && event.state !== 'open') return failure({ code: 'not_in_this_state' });
      await this.start(work, deviceId);
      return success(undefined);
    });
  }

  private async start({ tx, sitting, now }: OwnWork, deviceId: string): Promise<void> {
    const started = await addTimeFact(tx.manager, sitting.id, { at: now, kind: 'started' });
    const facts = await readTimeFacts(tx.manager, sitting.id);
    const endsAt = endOfTime(planOf(sitting), facts, now);
    const set = { started_at: started.at, ends_at: endsAt, device_id: deviceId };
    await Database.moveState(tx.manager, { table: 'sitting', id: sitting.id, from: ['ready'], to: 'live', set });
    await tx.journal({
      institutionId: sitting.institutionId,
      actorId: sitting.accountId,
      action: 'sitting.started',
      subjectType: 'sitting',
      subjectId: sitting.id,
      data: { deviceId, endsAt: endsAt?.toISOString() },
    });
    await tx.publish('sitting.started', named(sitting));
    await publishChanged(tx, sitting);
  }
}
