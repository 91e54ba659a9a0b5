import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';

import type { FlagCode, Profile, Role, SittingState, Source } from '@aigaq/contracts';
import { FixedClock, newId } from '@aigaq/kernel';
import { type Actor, peopleEntities, peopleMigrations, permissionsOf } from '@aigaq/people';
import { CLOCK, Database, openStore, platformMigrations, PlatformModule } from '@aigaq/platform';
import {
  NODE_SECRET,
  proctoringEntities,
  proctoringMigrations,
  ProctoringModule,
  SITTING_WORK,
} from '@aigaq/proctoring';
import {
  EVENT_BUSY,
  EVENT_FORM,
  profiles,
  scheduleEntities,
  scheduleMigrations,
  shippedRuleSets,
} from '@aigaq/schedule';

import { createDatabase } from './database';

export const nodeSecret = 'nodes-in-tests-0123456789-abcdefghijkl';

/** What the application binds, reduced to nothing: watching does not look at the work. */
@Global()
@Module({
  providers: [
    { provide: NODE_SECRET, useValue: nodeSecret },
    { provide: EVENT_FORM, useValue: { countItems: async () => 1 } },
    { provide: EVENT_BUSY, useValue: { runningCandidates: async () => [], hasBegun: async () => false } },
    {
      provide: SITTING_WORK,
      useValue: { take: async () => ({ late: [] }), countItems: async () => 1, receiptNumber: async () => null },
    },
  ],
  exports: [NODE_SECRET, EVENT_FORM, EVENT_BUSY, SITTING_WORK],
})
class Bound {}

export interface Watching {
  readonly modules: TestingModule;
  readonly clock: FixedClock;
  readonly database: Database;
  get<Service>(service: abstract new (...values: never[]) => Service): Service;
  stop(): Promise<void>;
}

/** Proctoring on a real database, with a clock that stands and without anything that runs by itself. */
export async function startWatching(): Promise<Watching> {
  const database = await createDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-watching-'));
  const clock = new FixedClock(new Date());
  const modules = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({
        database: {
          url: database.url,
          entities: [...peopleEntities, ...scheduleEntities, ...proctoringEntities],
          migrations: [...platformMigrations, ...peopleMigrations, ...scheduleMigrations, ...proctoringMigrations],
          poolSize: 8,
        },
        store: openStore({ STORE: 'folder', STORE_DIR: folder, S3_REGION: 'kz', S3_BUCKET: 'aigaq' }),
        secret: 'for-tests-0123456789-abcdefghijkl',
        mail: { url: undefined, from: 'test@localhost' },
      }),
      Bound,
      ProctoringModule,
    ],
  })
    .overrideProvider(CLOCK)
    .useValue(clock)
    // What the application binds for the libraries below, such as its public address, nobody here asks for.
    .useMocker(() => ({}))
    .compile();
  return {
    modules,
    clock,
    database: modules.get(Database),
    get: (service) => modules.get(service, { strict: false }),
    stop: async () => {
      await modules.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Where a college stands: a database and the time. */
type Place = Pick<Watching, 'clock' | 'database'>;

/** A college with people, and ways to put an event and sittings into it as they stand at some moment. */
export class College {
  private readonly institutionId = newId();

  private constructor(
    private readonly watching: Place,
    readonly ruleSetId: string,
  ) {}

  static async found(watching: Place): Promise<College> {
    const [ruleSet] = shippedRuleSets;
    if (!ruleSet) throw new Error('No rule set is shipped.');
    const college = new College(watching, ruleSet.id);
    const { manager } = watching.database;
    const name = JSON.stringify({ kk: 'Колледж', ru: 'Колледж', en: 'College' });
    await manager.query(
      `insert into institution (id, code, name, kind, time_zone, default_language) values ($1, $2, $3, 'college', 'Asia/Almaty', 'kk')`,
      [college.institutionId, college.institutionId, name],
    );
    await manager.query(
      `insert into rule_set (id, name, version, legal_basis, "values", valid_from) values ($1, $2, 1, $2, $3, '2020-01-01')
       on conflict do nothing`,
      [ruleSet.id, name, JSON.stringify(ruleSet.values)],
    );
    return college;
  }

  async person(name: string, ...roles: Role[]): Promise<Actor> {
    const accountId = newId();
    await this.watching.database.manager.query(
      `insert into account (id, institution_id, login, family_name, given_name, language, password_hash, must_change_password, roles)
       values ($1, $2, $3, $4, 'Асан', 'kk', '', false, $5)`,
      [accountId, this.institutionId, `${name}-${accountId}`, name, roles],
    );
    const { institutionId } = this;
    return {
      accountId,
      institutionId,
      sessionId: newId(),
      name: `${name} Асан`,
      language: 'kk',
      roles,
      permissions: permissionsOf(roles),
    };
  }

  /** A browser in which the person is signed in: what it sends with each request. */
  async browserOf(actor: Actor): Promise<{ cookie: string; 'x-csrf-token': string }> {
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest('hex');
    const csrf = randomBytes(16).toString('base64url');
    const now = this.watching.clock.now();
    await this.watching.database.manager.query(
      `insert into account_session (id, account_id, token_hash, csrf_token, complete, created_at, last_seen_at, expires_at, address, user_agent)
       values ($1, $2, $3, $4, true, $5, $5, $6, '127.0.0.1', 'test')`,
      [newId(), actor.accountId, hash, csrf, now, new Date(now.getTime() + 8 * 3_600_000)],
    );
    return { cookie: `aigaq_session=${token}`, 'x-csrf-token': csrf };
  }

  /** An exam that is open now, for two hours yet, of an hour's length. */
  async event(
    createdBy: Actor,
    staff: readonly (readonly [Actor, 'examiner' | 'proctor' | 'senior_proctor'])[],
    profile: Profile = profiles.standard,
  ): Promise<string> {
    const { manager } = this.watching.database;
    const [eventId, disciplineId] = [newId(), newId()];
    const now = this.watching.clock.now().getTime();
    const title = JSON.stringify({ kk: 'Емтихан', ru: 'Экзамен', en: 'Exam' });
    await manager.query('insert into discipline (id, institution_id, code, name) values ($1, $2, $3, $4)', [
      disciplineId,
      this.institutionId,
      disciplineId,
      title,
    ]);
    await manager.query(
      `insert into event (id, institution_id, kind, discipline_id, title, language, opens_at, closes_at, duration_seconds,
         profile_name, rule_set_id, frozen_profile, state, created_by)
       values ($1, $2, 'final_control', $3, $4, 'kk', $5, $6, 3600, $7, $8, $9, 'open', $10)`,
      [
        ...[eventId, this.institutionId, disciplineId, title, new Date(now - 600_000), new Date(now + 7_200_000)],
        ...[profile.name, this.ruleSetId, JSON.stringify(profile), createdBy.accountId],
      ],
    );
    for (const [actor, role] of staff)
      await manager.query('insert into event_staff (event_id, account_id, role) values ($1, $2, $3)', [
        eventId,
        actor.accountId,
        role,
      ]);
    return eventId;
  }

  /** A candidate's sitting; one that runs or ran began right now. */
  async sitting(
    eventId: string,
    candidate: Actor,
    state: SittingState,
    profile: Profile = profiles.standard,
  ): Promise<string> {
    const { manager } = this.watching.database;
    const id = newId();
    const now = this.watching.clock.now();
    const began = ['live', 'interrupted', 'ended', 'in_review', 'closed'].includes(state);
    const endsAt = new Date(now.getTime() + 3_600_000);
    await manager.query(
      `insert into sitting (id, institution_id, event_id, account_id, state, profile, duration_seconds, closes_at, started_at, ends_at)
       select $1, $2, $3, $4, $5, $6, 3600, closes_at, $7, $8 from event where id = $3`,
      [
        id,
        this.institutionId,
        eventId,
        candidate.accountId,
        state,
        JSON.stringify(profile),
        began ? now : null,
        began ? endsAt : null,
      ],
    );
    if (began)
      await manager.query(`insert into sitting_time_fact (id, sitting_id, at, kind) values ($1, $2, $3, 'started')`, [
        newId(),
        id,
        now,
      ]);
    return id;
  }

  async identityShown(sittingId: string): Promise<void> {
    await this.watching.database.manager.query(
      `insert into identity_check (id, sitting_id, state, face_key, document_key, requested_at) values ($1, $2, 'requested', $3, $4, $5)`,
      [
        newId(),
        sittingId,
        `identity/${sittingId}/a-face.jpg`,
        `identity/${sittingId}/a-document.jpg`,
        this.watching.clock.now(),
      ],
    );
  }

  async consent(sittingId: string, candidate: Actor): Promise<void> {
    await this.watching.database.manager.query(
      `insert into consent (id, sitting_id, account_id, version, language, sha256, document, address, user_agent)
       values ($1, $2, $3, 1, 'kk', 'x', '{}', '127.0.0.1', 'test')`,
      [newId(), sittingId, candidate.accountId],
    );
  }

  /** A flag of a detector, some seconds long, that began `secondsAgo`. */
  async flag(sittingId: string, code: FlagCode, severity: number, secondsAgo = 60, length = 10): Promise<string> {
    const id = newId();
    const from = new Date(this.watching.clock.now().getTime() - secondsAgo * 1000);
    await this.watching.database.manager.query(
      `insert into flag (id, sitting_id, code, severity, origin, detector, detector_version, started_at, ended_at, confidence)
       values ($1, $2, $3, $4, 'detector', 'test', '1', $5, $6, 0.9)`,
      [id, sittingId, code, severity, from, new Date(from.getTime() + length * 1000)],
    );
    return id;
  }

  /** The recording of one source without a seam, in segments of ten seconds, between two moments. */
  async recorded(sittingId: string, source: Source, from: Date, to: Date): Promise<string> {
    const { manager } = this.watching.database;
    const track = newId();
    await manager.query(
      `insert into recording_track (id, sitting_id, source, node, codec, started_at, ended_at) values ($1, $2, $3, 'n', 'vp8', $4, $5)`,
      [track, sittingId, source, from, to],
    );
    const seconds = (to.getTime() - from.getTime()) / 1000;
    for (let sequence = 0; sequence * 10 < seconds; sequence++)
      await manager.query(
        `insert into recording_segment (track_id, sequence, sitting_id, source, object_key, sha256, size, started_at, duration_ms,
           codec, width, height, packets, lost_packets) values ($1, $2, $3, $4, $5, 'x', 10, $6, $7, 'vp8', 640, 480, 100, 0)`,
        [
          ...[track, sequence, sittingId, source, `recordings/r/${sittingId}/${source}/${track}/${sequence}.webm`],
          ...[new Date(from.getTime() + sequence * 10_000), Math.min(10, seconds - sequence * 10) * 1000],
        ],
      );
    return track;
  }
}
