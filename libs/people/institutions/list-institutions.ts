import { Injectable } from '@nestjs/common';

import type { InstitutionView } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import { Institution } from '../persistence/institution.entity';

/** The institutions of this installation; their names are no secret. */
@Injectable()
export class ListInstitutions {
  constructor(private readonly database: Database) {}

  async run(): Promise<InstitutionView[]> {
    return (await this.database.manager.find(Institution, { order: { code: 'ASC' } })).map(toInstitutionView);
  }
}

export function toInstitutionView(row: Institution): InstitutionView {
  const { id, code, name, kind, timeZone, defaultLanguage } = row;
  return { id, code, name, kind, timeZone, defaultLanguage };
}
