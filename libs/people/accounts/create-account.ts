import { Injectable } from '@nestjs/common';

import { failure, success } from '@aigaq/kernel';
import type { AccountView, Language, Outcome, Role, Slip } from '@aigaq/contracts';
import { Database, type Transaction } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { displayName } from '../domain/display-name';
import { mayManage } from '../domain/manage-accounts';
import { ownGroups } from '../groups/own-groups';
import { PasswordHasher } from '../passwords/password-hasher';
import { AddAccount } from './add-account';
import { drawPassword } from './draw-password';
import { GetAccount } from './get-account';

export interface AccountFields {
  readonly login: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string | null;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly groupIds: readonly string[];
}

/** Makes an account with a drawn first password, which is shown this once. Refuses with `forbidden` or `already_exists`. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly addAccount: AddAccount,
    private readonly getAccount: GetAccount,
  ) {}

  async run(actor: Actor, fields: AccountFields): Promise<Outcome<{ account: AccountView; slip: Slip }>> {
    if (!mayManage(actor.roles, fields.roles)) return failure({ code: 'forbidden', field: 'roles' });
    const password = drawPassword();
    const passwordHash = await this.hasher.hashDrawn(password);
    const added = await this.database.transaction((transaction) => this.add(transaction, actor, fields, passwordHash));
    if (!added.ok) return added;
    const account = await this.getAccount.run(actor, added.value);
    if (!account.ok) return account;
    const group = account.value.groups[0]?.name ?? null;
    const slip = {
      accountId: added.value,
      login: account.value.login,
      password,
      name: displayName(account.value),
      group,
    };
    return success({ account: account.value, slip });
  }

  private async add(
    transaction: Transaction,
    actor: Actor,
    fields: AccountFields,
    passwordHash: string,
  ): Promise<Outcome<string>> {
    if (!(await ownGroups(transaction.manager, actor, fields.groupIds)))
      return failure({ code: 'not_found', field: 'groupIds' });
    const id = await this.addAccount.run(transaction, {
      ...fields,
      roles: [...new Set(fields.roles)],
      institutionId: actor.institutionId,
      passwordHash,
      mustChangePassword: true,
      createdBy: actor.accountId,
    });
    return id === null ? failure({ code: 'already_exists', field: 'login' }) : success(id);
  }
}
