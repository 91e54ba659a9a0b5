import { Inject, Injectable } from '@nestjs/common';

import type { Language, Role } from '@aigaq/contracts';
import type { Clock } from '@aigaq/kernel';
import { CLOCK, Database } from '@aigaq/platform';

import type { Actor } from '../domain/actor';
import { displayName } from '../domain/display-name';
import { permissionsOf } from '../domain/roles';
import { isOver, needsTouch } from '../domain/session-rules';
import { hashToken } from './tokens';

/** A browser that gave its password, and what still stands between it and everything else. */
export interface OpenSession {
  readonly actor: Actor;
  /** What a request that changes something must repeat in a header. */
  readonly csrfToken: string;
  /** False between the password and the second factor. */
  readonly complete: boolean;
  readonly mustChangePassword: boolean;
  /** The institution demands a second factor of one of the roles, and there is none yet. */
  readonly secondFactorRequired: boolean;
}

interface Row {
  session_id: string;
  csrf_token: string;
  complete: boolean;
  last_seen_at: Date;
  expires_at: Date;
  account_id: string;
  institution_id: string;
  family_name: string;
  given_name: string;
  patronymic: string | null;
  language: Language;
  roles: Role[];
  must_change_password: boolean;
  has_totp: boolean;
  second_factor_roles: Role[];
}

const columns = `
  s.id as session_id, s.csrf_token, s.complete, s.last_seen_at, s.expires_at, a.id as account_id, a.institution_id,
  a.family_name, a.given_name, a.patronymic, a.language, a.roles, a.must_change_password,
  a.totp_confirmed_at is not null as has_totp, i.second_factor_roles
  from account_session s join account a on a.id = s.account_id join institution i on i.id = a.institution_id
  where a.status = 'active'`;

/** The session behind a cookie; null when there is none, it is over or its account is disabled. */
@Injectable()
export class FindSession {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(token: string): Promise<OpenSession | null> {
    const [row] = await this.database.manager.query<Row[]>(`select ${columns} and s.token_hash = $1`, [
      hashToken(token),
    ]);
    if (!row) return null;
    const times = { lastSeenAt: row.last_seen_at, expiresAt: row.expires_at };
    const now = this.clock.now();
    if (isOver(times, now)) return null;
    if (needsTouch(times, now))
      await this.database.manager.query('update account_session set last_seen_at = $2 where id = $1', [
        row.session_id,
        now,
      ]);
    return toSession(row);
  }
}

function toSession(row: Row): OpenSession {
  const actor: Actor = {
    institutionId: row.institution_id,
    accountId: row.account_id,
    sessionId: row.session_id,
    name: displayName({ familyName: row.family_name, givenName: row.given_name, patronymic: row.patronymic }),
    language: row.language,
    roles: row.roles,
    permissions: permissionsOf(row.roles),
  };
  return {
    actor,
    csrfToken: row.csrf_token,
    complete: row.complete,
    mustChangePassword: row.must_change_password,
    secondFactorRequired: !row.has_totp && row.roles.some((role) => row.second_factor_roles.includes(role)),
  };
}
