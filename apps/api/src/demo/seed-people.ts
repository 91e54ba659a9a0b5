import {
  Account,
  type Actor,
  AddAccount,
  CreateGroup,
  CreateInstitution,
  displayName,
  Institution,
  ListGroups,
  PasswordHasher,
  permissionsOf,
} from '@aigaq/people';
import { newId } from '@aigaq/kernel';
import { Database, type Transaction } from '@aigaq/platform';
import { Injectable } from '@nestjs/common';

import { type DemoAccount, drawPassword, readPassword, writeAccounts } from './accounts-file';
import { college, type DemoPerson, group, people } from './people';
import { worthOf } from './worth-of';

export interface DemoCollege {
  readonly groupId: string;
  /** By login. */
  readonly actors: ReadonlyMap<string, Actor>;
}

/** The college, its group and its people; what is there already stays. */
@Injectable()
export class SeedPeople {
  constructor(
    private readonly database: Database,
    private readonly createInstitution: CreateInstitution,
    private readonly createGroup: CreateGroup,
    private readonly listGroups: ListGroups,
    private readonly addAccount: AddAccount,
    private readonly hasher: PasswordHasher,
  ) {}

  /** @param folder where `demo-accounts.json` stands, the only place that knows the password */
  async run(folder: string): Promise<DemoCollege> {
    const institutionId = await this.institution();
    const logins = people.map((person) => person.login);
    const known = await readPassword(folder, logins);
    const password = known ?? drawPassword();
    const passwordHash = await this.hasher.hash(password);
    const actors = new Map<string, Actor>();
    for (const person of people) {
      const accountId = await this.account(institutionId, person, passwordHash, known === null);
      actors.set(person.login, actorOf(institutionId, accountId, person));
    }
    if (known === null)
      await writeAccounts(
        folder,
        people.map((person) => lineOf(person, password)),
      );
    return { groupId: await this.group(actors), actors };
  }

  private async institution(): Promise<string> {
    const { manager } = this.database;
    const found = await manager.findOneBy(Institution, { code: college.code });
    return found?.id ?? this.database.transaction(async (tx) => worthOf(await this.createInstitution.run(tx, college)));
  }

  /** Answers the id. With `renew` the password that nobody knows any more is replaced. */
  private async account(
    institutionId: string,
    person: DemoPerson,
    passwordHash: string,
    renew: boolean,
  ): Promise<string> {
    return this.database.transaction(async (tx) => {
      const found = await tx.manager.findOneBy(Account, { institutionId, login: person.login });
      if (!found) return this.add(tx, institutionId, person, passwordHash);
      if (renew) await tx.manager.update(Account, { id: found.id }, { passwordHash, mustChangePassword: false });
      return found.id;
    });
  }

  private async add(
    tx: Transaction,
    institutionId: string,
    { role, login, ...person }: DemoPerson,
    passwordHash: string,
  ): Promise<string> {
    const id = await this.addAccount.run(tx, {
      ...person,
      institutionId,
      login,
      email: `${login}@demo.example`,
      phone: null,
      roles: [role],
      groupIds: [],
      passwordHash,
      mustChangePassword: false,
      createdBy: null,
    });
    if (id === null) throw new Error(`The login ${login} of the demonstration belongs to somebody else.`);
    return id;
  }

  private async group(actors: ReadonlyMap<string, Actor>): Promise<string> {
    const registrar = actorIn(actors, 'registrar');
    const found = worthOf(await this.listGroups.run(registrar)).find(({ name }) => name === group.name);
    if (found) return found.id;
    const { id } = worthOf(await this.createGroup.run(registrar, group));
    const members = people.filter((person) => person.role === 'candidate').map((person) => person.login);
    await this.database.manager.query(
      'insert into group_member (group_id, account_id) select $1, unnest($2::uuid[]) on conflict do nothing',
      [id, members.map((login) => actorIn(actors, login).accountId)],
    );
    return id;
  }
}

export function actorIn(actors: ReadonlyMap<string, Actor>, login: string): Actor {
  const actor = actors.get(login);
  if (!actor) throw new Error(`The demonstration has no ${login}.`);
  return actor;
}

function actorOf(institutionId: string, accountId: string, person: DemoPerson): Actor {
  const roles = [person.role];
  const permissions = permissionsOf(roles);
  const name = displayName(person);
  return { institutionId, accountId, sessionId: newId(), name, language: person.language, roles, permissions };
}

function lineOf(person: DemoPerson, password: string): DemoAccount {
  return { role: person.role, login: person.login, password, name: displayName(person) };
}
