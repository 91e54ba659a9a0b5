import { Injectable } from '@nestjs/common';

import { failure, newId, success } from '@aigaq/kernel';
import { language, type Language, type Outcome, type RosterRow, type Slip } from '@aigaq/contracts';
import { Database, type Transaction } from '@aigaq/platform';

import { AddAccount, joinGroups, type NewAccount } from '../accounts/add-account';
import { drawPassword } from '../accounts/draw-password';
import type { Actor } from '../domain/actor';
import { displayName } from '../domain/display-name';
import { countActions, planRows } from '../domain/roster/plan-rows';
import { PasswordHasher } from '../passwords/password-hasher';
import { Account } from '../persistence/account.entity';
import { Institution } from '../persistence/institution.entity';
import { RosterImport } from '../persistence/roster-import.entity';
import { takenLogins } from './taken-logins';

export interface AppliedRoster {
  created: number;
  updated: number;
  refused: number;
  slips: Slip[];
}

interface Drawn {
  readonly password: string;
  readonly hash: string;
}

/**
 * Creates and updates the lines of a preview that are in order, judged anew: what was taken meanwhile is
 * refused. The first passwords are shown this once. Refuses with `not_found` or `not_in_this_state`.
 */
@Injectable()
export class ApplyRoster {
  constructor(
    private readonly database: Database,
    private readonly hasher: PasswordHasher,
    private readonly addAccount: AddAccount,
  ) {}

  async run(actor: Actor, id: string): Promise<Outcome<AppliedRoster>> {
    const preview = await this.database.manager.findOneBy(RosterImport, { id, institutionId: actor.institutionId });
    if (!preview) return failure({ code: 'not_found' });
    if (preview.state !== 'preview') return failure({ code: 'not_in_this_state' });
    // Before the transaction: thousands of hashes take seconds, and nobody should wait for locks meanwhile.
    const drawn = await this.draw(preview.rows.filter(({ action }) => action === 'create').length);
    return this.database.transaction(async (transaction) => {
      const moved = await Database.moveState(transaction.manager, {
        table: 'roster_import',
        id,
        from: ['preview'],
        to: 'applied',
      });
      if (moved === 0) return failure({ code: 'not_in_this_state' });
      const applied = await this.apply(transaction, actor, preview.rows, drawn);
      await transaction.manager.update(RosterImport, { id }, { rows: applied.rows });
      const { slips, ...counts } = applied.answer;
      await transaction.journal({
        institutionId: actor.institutionId,
        actorId: actor.accountId,
        action: 'roster.applied',
        subjectType: 'roster_import',
        subjectId: id,
        data: { ...counts },
      });
      return success({ ...counts, slips });
    });
  }

  private draw(count: number): Promise<Drawn[]> {
    return Promise.all(
      Array.from({ length: count }, async () => {
        const password = drawPassword();
        return { password, hash: await this.hasher.hashDrawn(password) };
      }),
    );
  }

  private async apply(
    transaction: Transaction,
    actor: Actor,
    previewed: readonly RosterRow[],
    drawn: readonly Drawn[],
  ): Promise<{ answer: AppliedRoster; rows: RosterRow[] }> {
    const institution = await transaction.manager.findOneByOrFail(Institution, { id: actor.institutionId });
    const rows = await this.judgeAgain(transaction, actor, previewed);
    const groups = await this.groupsOf(transaction, actor, rows, institution.defaultLanguage);
    const slips = await this.create(transaction, actor, rows, groups, drawn, institution.defaultLanguage);
    for (const row of rows) if (row.action === 'update') await this.update(transaction, actor, row, groups);
    const { create, update, refuse } = countActions(rows);
    return { answer: { created: create, updated: update, refused: refuse, slips }, rows };
  }

  /** Lines that were in order are judged by what is there now; those that were refused stay refused. */
  private async judgeAgain(
    transaction: Transaction,
    actor: Actor,
    previewed: readonly RosterRow[],
  ): Promise<RosterRow[]> {
    const good = previewed.filter(({ action }) => action !== 'refuse');
    const taken = await takenLogins(
      transaction.manager,
      good.map(({ login }) => login),
    );
    const lines = good.map(({ action: _, ...line }) => ({ ...line, problems: [] }));
    const judged = new Map(planRows(lines, taken, actor).map((row) => [row.line, row]));
    return previewed.map((row) => judged.get(row.line) ?? row);
  }

  /** The groups that the lines name, made where they are missing. */
  private async groupsOf(
    transaction: Transaction,
    actor: Actor,
    rows: readonly RosterRow[],
    fallback: Language,
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = rows.filter(({ action, group }) => (action === 'create' || action === 'update') && group !== '');
    for (const { group, language: spoken } of new Map(wanted.map((row) => [row.group, row])).values()) {
      const id = newId<'group'>();
      const made = await transaction.manager.query<unknown[]>(
        `insert into study_group (id, institution_id, name, language) values ($1, $2, $3, $4) on conflict do nothing returning id`,
        [id, actor.institutionId, group, languageOf(spoken, fallback)],
      );
      if (made.length > 0)
        await transaction.journal({
          institutionId: actor.institutionId,
          actorId: actor.accountId,
          action: 'group.created',
          subjectType: 'group',
          subjectId: id,
        });
    }
    const groups = await transaction.manager.query<{ id: string; name: string }[]>(
      'select id, name from study_group where institution_id = $1',
      [actor.institutionId],
    );
    return new Map(groups.map(({ id, name }) => [name, id]));
  }

  /** Makes the accounts of the new lines; a login that was taken in this very moment turns its line into a refused one. */
  private async create(
    transaction: Transaction,
    actor: Actor,
    rows: readonly RosterRow[],
    groups: ReadonlyMap<string, string>,
    drawn: readonly Drawn[],
    fallback: Language,
  ): Promise<Slip[]> {
    const wanted = rows
      .filter(({ action }) => action === 'create')
      .flatMap((row, index) => {
        const password = drawn[index];
        if (password) return [{ row, password }];
        // It was no new one when the passwords were drawn.
        Object.assign(row, { action: 'refuse', problems: [{ code: 'changed_meanwhile', field: 'login' }] });
        return [];
      });
    const ids = await this.addAccount.many(
      transaction,
      wanted.map(({ row, password }) => newAccountOf(row, actor, groups.get(row.group), password.hash, fallback)),
    );
    return wanted.flatMap(({ row, password }, index) => {
      const accountId = ids[index] ?? null;
      if (accountId === null) {
        Object.assign(row, { action: 'refuse', problems: [{ code: 'already_exists', field: 'login' }] });
        return [];
      }
      return [
        { accountId, login: row.login, password: password.password, name: displayName(row), group: row.group || null },
      ];
    });
  }

  private async update(
    transaction: Transaction,
    actor: Actor,
    row: RosterRow,
    groups: ReadonlyMap<string, string>,
  ): Promise<void> {
    const [account] = await takenLogins(transaction.manager, [row.login]);
    if (!account) return;
    const { email, phone, familyName, givenName, patronymic } = row;
    const changed = Object.fromEntries(
      Object.entries({ email, phone, familyName, givenName, patronymic, language: row.language }).filter(
        ([, value]) => value !== '',
      ),
    );
    await transaction.manager.update(Account, { id: account.id }, changed);
    const groupId = groups.get(row.group);
    if (groupId !== undefined) await joinGroups(transaction, account.id, [groupId]);
    await transaction.journal({
      institutionId: actor.institutionId,
      actorId: actor.accountId,
      action: 'account.updated',
      subjectType: 'account',
      subjectId: account.id,
      data: { fields: Object.keys(changed) },
    });
  }
}

function newAccountOf(
  row: RosterRow,
  actor: Actor,
  groupId: string | undefined,
  passwordHash: string,
  fallback: Language,
): NewAccount {
  return {
    institutionId: actor.institutionId,
    login: row.login,
    email: row.email || null,
    phone: row.phone || null,
    familyName: row.familyName,
    givenName: row.givenName,
    patronymic: row.patronymic || null,
    language: languageOf(row.language, fallback),
    roles: ['candidate'],
    groupIds: groupId === undefined ? [] : [groupId],
    passwordHash,
    mustChangePassword: true,
    createdBy: actor.accountId,
  };
}

function languageOf(text: string, fallback: Language): Language {
  const parsed = language.safeParse(text);
  return parsed.success ? parsed.data : fallback;
}
