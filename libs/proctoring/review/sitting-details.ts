import type { Outcome, SittingDetail } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import { Account, type Actor, type Scope } from '@aigaq/people';
import { Database } from '@aigaq/platform';
import { FindEvent } from '@aigaq/schedule';
import { Injectable } from '@nestjs/common';
import { Not } from 'typeorm';

import { AlternativeRequestEntity } from '../persistence/alternative-request.entity';
import { IdentityCheckEntity } from '../persistence/identity-check.entity';
import { readNames } from '../persistence/names';
import { SittingTimeFactEntity } from '../persistence/sitting-time-fact.entity';
import { SittingEntity } from '../persistence/sitting.entity';
import { SittingRows } from '../sitting/sitting-rows';
import { FindStaffSitting } from '../watch/find-staff-sitting';
import { SittingRecord } from './sitting-record';

/** Everything that staff may know of one sitting. */
@Injectable()
export class SittingDetails {
  constructor(
    private readonly database: Database,
    private readonly findSitting: FindStaffSitting,
    private readonly findEvent: FindEvent,
    private readonly rows: SittingRows,
    private readonly record: SittingRecord,
  ) {}

  /** For a person: refuses what `FindStaffSitting` refuses. */
  async seenBy(actor: Actor, sittingId: string): Promise<Outcome<SittingDetail>> {
    const found = await this.findSitting.run(actor, sittingId, 'arrange');
    if (!found.ok) return found;
    const detail = await this.of(actor, sittingId);
    return detail ? success(detail) : failure({ code: 'not_found' });
  }

  /** For screens of people who were let in before. */
  async of(scope: Scope, sittingId: string): Promise<SittingDetail | null> {
    const { manager } = this.database;
    const sitting = await manager.findOneBy(SittingEntity, { id: sittingId, institutionId: scope.institutionId });
    if (!sitting) return null;
    const [row, event, account, record, identity, alternative, extraSeconds] = await Promise.all([
      this.rows.byId(scope, sittingId),
      this.findEvent.byId(scope, sitting.eventId),
      manager.findOneBy(Account, { id: sitting.accountId }),
      this.record.of(scope, sittingId),
      this.identityOf(scope, sittingId),
      this.alternativeOf(sittingId),
      this.extraSecondsOf(sittingId),
    ]);
    if (!row || !event || !account) return null;
    return {
      row,
      event: {
        id: event.id,
        title: event.title,
        discipline: event.discipline.name,
        kind: event.kind,
        language: event.language,
      },
      profile: sitting.profile,
      candidate: { login: account.login, phone: account.phone, email: account.email },
      accommodation: { extraSeconds, silencedDetectors: sitting.silencedDetectors },
      device: sitting.deviceReport,
      identity,
      alternative,
      ...record,
    };
  }

  private async identityOf(scope: Scope, sittingId: string): Promise<SittingDetail['identity']> {
    const { manager } = this.database;
    const check = await manager.findOne(IdentityCheckEntity, {
      where: { sittingId, state: Not('unshown') },
      order: { requestedAt: 'DESC', id: 'DESC' },
    });
    if (!check || check.state === 'unshown')
      return { state: 'none', reason: '', hasImages: false, decidedBy: null, decidedAt: null };
    const names = await readNames(manager, scope.institutionId, [check.decidedBy]);
    return {
      state: check.state,
      reason: check.reason,
      hasImages: check.faceKey !== null && check.documentKey !== null,
      decidedBy: names(check.decidedBy),
      decidedAt: check.decidedAt?.toISOString() ?? null,
    };
  }

  private async alternativeOf(sittingId: string): Promise<SittingDetail['alternative']> {
    const request = await this.database.manager.findOneBy(AlternativeRequestEntity, { sittingId });
    return (
      request && {
        requestedAt: request.requestedAt.toISOString(),
        reason: request.reason,
        answeredAt: request.answeredAt?.toISOString() ?? null,
        granted: request.granted,
        answer: request.answer,
      }
    );
  }

  /** The newest accommodation counts. */
  private async extraSecondsOf(sittingId: string): Promise<number> {
    const fact = await this.database.manager.findOne(SittingTimeFactEntity, {
      where: { sittingId, kind: 'extra' },
      order: { at: 'DESC', id: 'DESC' },
    });
    return fact?.seconds ?? 0;
  }
}
