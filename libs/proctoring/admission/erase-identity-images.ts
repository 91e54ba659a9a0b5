import { Database, OBJECT_STORE, type ObjectStore, Outbox } from '@aigaq/platform';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { IsNull, Not, type FindOptionsWhere } from 'typeorm';

import { runningStates } from '../domain/sitting-lifecycle';
import { IdentityCheckEntity } from '../persistence/identity-check.entity';
import { eraseStills } from './erase-stills';

/**
 * Erases identity stills (5.3): when the sitting ends, however it does; when others were shown in their place; and of
 * those who showed them and never began, when the event closes.
 */
@Injectable()
export class EraseIdentityImages implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  onModuleInit(): void {
    this.outbox.on('sitting.ended', ({ sittingId }) => this.run(sittingId));
    this.outbox.on('event.closed', ({ eventId }) => this.ofEvent(eventId));
  }

  async run(sittingId: string, which: { only?: string; except?: string } = {}): Promise<void> {
    const id = which.only ?? (which.except === undefined ? undefined : Not(which.except));
    const where: FindOptionsWhere<IdentityCheckEntity> = {
      sittingId,
      faceKey: Not(IsNull()),
      ...(id === undefined ? {} : { id }),
    };
    const checks = await this.database.manager.findBy(IdentityCheckEntity, where);
    for (const check of checks) await eraseStills(this.database, this.store, check);
  }

  private async ofEvent(eventId: string): Promise<void> {
    const rows: { id: string }[] = await this.database.manager.query(
      `select s.id from sitting s where s.event_id = $1 and s.state <> all($2)
         and exists (select from identity_check c where c.sitting_id = s.id and c.face_key is not null)`,
      [eventId, runningStates],
    );
    for (const { id } of rows) await this.run(id);
  }
}
