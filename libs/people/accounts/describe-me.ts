import { Injectable } from '@nestjs/common';

import type { Me } from '@aigaq/contracts';
import { Database } from '@aigaq/platform';

import { permissionsOf } from '../domain/roles';
import { toInstitutionView } from '../institutions/list-institutions';
import { Account } from '../persistence/account.entity';
import { Institution } from '../persistence/institution.entity';

/** All that a page has to know about the person who is signed in. */
@Injectable()
export class DescribeMe {
  constructor(private readonly database: Database) {}

  /** @throws when there is no such account: callers have it from a session */
  async run(accountId: string): Promise<Me> {
    const { manager } = this.database;
    const account = await manager.findOneByOrFail(Account, { id: accountId });
    const institution = await manager.findOneByOrFail(Institution, { id: account.institutionId });
    const secondFactor = account.totpConfirmedAt !== null;
    return {
      id: account.id,
      login: account.login,
      email: account.email,
      familyName: account.familyName,
      givenName: account.givenName,
      patronymic: account.patronymic,
      language: account.language,
      roles: account.roles,
      permissions: [...permissionsOf(account.roles)],
      institution: toInstitutionView(institution),
      mustChangePassword: account.mustChangePassword,
      secondFactor,
      secondFactorRequired: !secondFactor && account.roles.some((role) => institution.secondFactorRoles.includes(role)),
    };
  }
}
