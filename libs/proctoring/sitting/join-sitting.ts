import type { MessageView, MySitting, Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import { Database } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { isBeforeStart, isRunning } from '../domain/sitting-lifecycle';
import { readMessages } from '../persistence/message-query';
import { acceptedThrough } from '../persistence/report-queries';
import { named, publishChanged } from '../persistence/sitting-queries';
import type { SittingEntity } from '../persistence/sitting.entity';
import { noteAction } from '../sitting-time';
import { reconnect } from './connection';
import type { Owner } from './my-sittings';
import { OwnSitting, type OwnWork } from './own-sitting';
import { raiseFlag, serverDetector } from './raise-flag';

export interface Joining {
  readonly sittingId: string;
  readonly deviceId: string;
  readonly takeOver: boolean;
}

export interface Joined {
  readonly sitting: MySitting;
  /** Through which number the entries of this browser are kept. */
  readonly acceptedThrough: number;
  readonly messages: MessageView[];
}

/** Binds a browser to the sitting: one at a time, the newer takes over after a question. */
@Injectable()
export class JoinSitting {
  constructor(
    private readonly database: Database,
    private readonly own: OwnSitting,
  ) {}

  /** Refuses with `other_device` as long as nobody said that the newer browser takes over. */
  async run(owner: Owner, joining: Joining): Promise<Outcome<Joined>> {
    const bound = await this.own.change(owner, joining.sittingId, (work) => this.bind(work, joining));
    if (!bound.ok) return bound;
    const { manager } = this.database;
    const accepted = await acceptedThrough(manager, joining.sittingId, joining.deviceId, 0);
    return success({
      sitting: bound.value,
      acceptedThrough: accepted,
      messages: await readMessages(manager, joining.sittingId),
    });
  }

  private async bind(work: OwnWork, { deviceId, takeOver }: Joining): Promise<Outcome<void>> {
    const { tx, sitting, event, now } = work;
    // Over: whoever looks, or still delivers, takes nothing from anybody.
    if (!isBeforeStart(sitting.state) && !isRunning(sitting.state)) return success(undefined);
    if (isHeldByOther(sitting, deviceId)) {
      if (!takeOver) return failure({ code: 'other_device' });
      await this.takeOver(work);
    }
    sitting.deviceId = deviceId;
    await reconnect(tx, sitting, event.ruleSet.values, now);
    return success(undefined);
  }

  private async takeOver({ tx, sitting, now }: OwnWork): Promise<void> {
    if (sitting.deviceId !== null)
      await tx.publish('sitting.taken_over', { ...named(sitting), deviceId: sitting.deviceId });
    // Who prepares on one device and sits on another has done nothing worth a note.
    if (!isRunning(sitting.state)) return;
    await noteAction(tx, sitting, { sittingId: sitting.id, by: sitting.accountId, reason: '', now }, 'taken_over');
    const noticed = {
      code: 'SES-01',
      origin: 'system',
      ...serverDetector,
      startedAt: now,
      endedAt: now,
      confidence: 1,
    } as const;
    await raiseFlag(tx, sitting, noticed);
    await publishChanged(tx, sitting);
  }
}

/** In the room the first browser keeps the place even while its line is lost; before, only while it is there. */
export function isHeldByOther(sitting: SittingEntity, deviceId: string): boolean {
  if (sitting.deviceId === null || sitting.deviceId === deviceId) return false;
  return isRunning(sitting.state) || sitting.connection === 'online';
}
