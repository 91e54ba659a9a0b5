import { Injectable } from '@nestjs/common';

import { failure, success } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import type { Scope } from '../domain/actor';
import { RosterImport } from '../persistence/roster-import.entity';
import { type RosterImportView, toRosterImportView } from './roster-import-view';

/** A preview or what was applied. Refuses with `not_found`. */
@Injectable()
export class GetRosterImport {
  constructor(private readonly database: Database) {}

  async run(scope: Scope, id: string): Promise<Outcome<RosterImportView>> {
    const found = await this.database.manager.findOneBy(RosterImport, { id, institutionId: scope.institutionId });
    return found ? success(toRosterImportView(found)) : failure({ code: 'not_found' });
  }
}
