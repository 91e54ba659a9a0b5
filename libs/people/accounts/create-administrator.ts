import { failure, success } from '@aigaq/kernel';
import type { Language, Outcome } from '@aigaq/contracts';
import { Database, type Transaction } from '@aigaq/platform';

import { CreateInstitution, type NewInstitution } from '../institutions/create-institution';
import { PasswordHasher } from '../passwords/password-hasher';
import { Account } from '../persistence/account.entity';
import { Institution } from '../persistence/institution.entity';
import { AddAccount } from './add-account';
import { drawPassword } from './draw-password';

export interface NewAdministrator {
  readonly institutionCode: string;
  /** To found the institution with when there is none of this code. */
  readonly institution: Omit<NewInstitution, 'code'> | null;
  readonly role: 'institution_administrator' | 'platform_administrator';
  readonly login: string;
  readonly email: string | null;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly language: Language;
  /** Also when the institution has an administrator of this role. */
  readonly another: boolean;
}

export interface MadeAdministrator {
  readonly institutionId: string;
  readonly founded: boolean;
  readonly accountId: string;
  readonly login: string;
  /** Shown this once. */
  readonly password: string;
}

class LoginTaken extends Error {}

/**
 * Makes an administrator, and the institution where it is missing: for whoever runs the machine, since nobody else can
 * make the first one. No route leads here: the command line puts it together.
 */
export class CreateAdministrator {
  constructor(
    private readonly database: Database,
    private readonly createInstitution: CreateInstitution,
    private readonly addAccount: AddAccount,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * Refuses with `required` for the institution when it must be founded and nothing is said of it, with
   * `already_exists` for `role` when there is an administrator already and for a `login` that is taken, and with
   * `bad_format` for an unknown time zone.
   */
  async run(given: NewAdministrator): Promise<Outcome<MadeAdministrator>> {
    const password = drawPassword();
    const passwordHash = await this.hasher.hashDrawn(password);
    try {
      return await this.database.transaction((tx) => this.make(tx, given, { password, passwordHash }));
    } catch (error) {
      if (error instanceof LoginTaken) return failure({ code: 'already_exists', field: 'login' });
      throw error;
    }
  }

  private async make(
    tx: Transaction,
    given: NewAdministrator,
    { password, passwordHash }: { password: string; passwordHash: string },
  ): Promise<Outcome<MadeAdministrator>> {
    // Two of these at once would both find no administrator.
    await tx.manager.query(`select pg_advisory_xact_lock(hashtext('people.create_administrator'))`);
    const institution = await this.institution(tx, given);
    if (!institution.ok) return institution;
    const { id: institutionId, founded } = institution.value;
    if (!given.another && (await hasAdministrator(tx, institutionId, given.role)))
      return failure({ code: 'already_exists', field: 'role' });
    const { institution: _, institutionCode: __, another: ___, role, ...person } = given;
    const accountId = await this.addAccount.run(tx, {
      ...person,
      institutionId,
      phone: null,
      roles: [role],
      groupIds: [],
      passwordHash,
      mustChangePassword: true,
      createdBy: null,
    });
    // Thrown, so that the institution is not founded either.
    if (accountId === null) throw new LoginTaken();
    return success({ institutionId, founded, accountId, login: given.login, password });
  }

  private async institution(
    tx: Transaction,
    { institutionCode: code, institution }: NewAdministrator,
  ): Promise<Outcome<{ id: string; founded: boolean }>> {
    const found = await tx.manager.findOneBy(Institution, { code });
    if (found) return success({ id: found.id, founded: false });
    if (institution === null) return failure({ code: 'required', field: 'institution' });
    const founded = await this.createInstitution.run(tx, { ...institution, code });
    return founded.ok ? success({ id: founded.value, founded: true }) : founded;
  }
}

function hasAdministrator(tx: Transaction, institutionId: string, role: NewAdministrator['role']): Promise<boolean> {
  return tx.manager
    .createQueryBuilder(Account, 'account')
    .where('account.institution_id = :institutionId and account.status = :status', { institutionId, status: 'active' })
    .andWhere(':role = any(account.roles)', { role })
    .getExists();
}
