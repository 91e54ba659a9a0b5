import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { Global, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';

import type { AuthoredItem, EventFields, EventView, Outcome, Role } from '@aigaq/contracts';
import { SaveForm } from '@aigaq/exams';
import { FixedClock, newId } from '@aigaq/kernel';
import { type Actor, permissionsOf, PUBLIC_URL } from '@aigaq/people';
import { CLOCK, Database, openStore, Outbox, PlatformModule } from '@aigaq/platform';
import { NODE_SECRET } from '@aigaq/proctoring';
import { AddCandidates, AssignStaff, CreateEvent, MoveEvent, shippedRuleSets } from '@aigaq/schedule';

import { ExamsApiModule } from '../../apps/api/src/exams/exams-api.module';
import { PortsModule } from '../../apps/api/src/ports.module';
import { ScheduleApiModule } from '../../apps/api/src/schedule/schedule-api.module';
import { entities, migrations } from '../../apps/api/src/schema';
import { createDatabase } from './database';

@Global()
@Module({
  providers: [
    { provide: NODE_SECRET, useValue: 'nodes-in-tests-0123456789-abcdefghijkl' },
    { provide: PUBLIC_URL, useValue: 'http://localhost' },
  ],
  exports: [NODE_SECRET, PUBLIC_URL],
})
class Bound {}

export interface Examining {
  readonly clock: FixedClock;
  readonly database: Database;
  get<Service>(service: abstract new (...values: never[]) => Service): Service;
  /** Resolves when everybody has heard every fact. */
  heard(): Promise<void>;
  stop(): Promise<void>;
}

/** Schedule, rooms and exams as the API binds them, on a real database, with a clock that stands. */
export async function startExamining(): Promise<Examining> {
  const database = await createDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-examining-'));
  const clock = new FixedClock(new Date());
  const modules = await Test.createTestingModule({
    imports: [
      PlatformModule.forRoot({
        database: { url: database.url, entities, migrations, poolSize: 8 },
        store: openStore({ STORE: 'folder', STORE_DIR: folder, S3_BUCKET: '', S3_REGION: '' }),
        secret: 'for-tests-0123456789-abcdefghijkl',
        mail: { url: undefined, from: 'test@localhost' },
      }),
      Bound,
      PortsModule,
      ScheduleApiModule,
      ExamsApiModule,
    ],
  })
    .overrideProvider(CLOCK)
    .useValue(clock)
    .compile();
  await modules.init();
  return {
    clock,
    database: modules.get(Database),
    get: (service) => modules.get(service, { strict: false }),
    heard: () => modules.get(Outbox).drained(),
    stop: async () => {
      await modules.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The value of what has to succeed. */
export function worth<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`Refused: ${JSON.stringify(outcome.problems)}`);
  return outcome.value;
}

/** The problems of what has to be refused. */
export function refusal(outcome: Outcome<unknown>) {
  if (outcome.ok) throw new Error('It was not refused.');
  return outcome.problems;
}

const text = (one: string) => ({ kk: one, ru: one, en: one });

export const someItems: readonly AuthoredItem[] = [
  {
    type: 'choice',
    prompt: 'Кестенің жолын бірмәнді анықтайтын кілт?',
    points: 2,
    options: [
      { id: 'a', text: 'Бастапқы кілт' },
      { id: 'b', text: 'Сыртқы кілт' },
    ],
    correct: 'a',
  },
  {
    type: 'multiple_choice',
    prompt: 'DML командалары қайсылары?',
    points: 3,
    options: [
      { id: 'a', text: 'INSERT' },
      { id: 'b', text: 'UPDATE' },
      { id: 'c', text: 'CREATE' },
    ],
    correct: ['a', 'b'],
    scoring: 'partial',
  },
  { type: 'text_entry', prompt: 'Іріктеу командасы?', points: 1, accepted: ['SELECT'], caseSensitive: false },
  { type: 'extended_text', prompt: 'Нормалдауды түсіндіріңіз.', points: 4, guidance: 'Аномалиялар', maxWords: 200 },
];

/** An institution with people and a discipline. */
export class School {
  private constructor(
    private readonly examining: Examining,
    readonly institutionId: string,
    readonly disciplineId: string,
  ) {}

  static async found(examining: Examining): Promise<School> {
    const [institutionId, disciplineId] = [newId(), newId()];
    const { manager } = examining.database;
    await manager.query(
      `insert into institution (id, code, name, kind, time_zone, default_language)
       values ($1, $2, $3, 'college', 'Asia/Almaty', 'kk')`,
      [institutionId, institutionId, JSON.stringify(text('Колледж'))],
    );
    await manager.query('insert into discipline (id, institution_id, code, name) values ($1, $2, $3, $4)', [
      disciplineId,
      institutionId,
      'DB-101',
      JSON.stringify({ kk: 'Деректер қоры', ru: 'Базы данных', en: 'Databases' }),
    ]);
    return new School(examining, institutionId, disciplineId);
  }

  async person(name: string, ...roles: Role[]): Promise<Actor> {
    const accountId = newId();
    const { institutionId } = this;
    await this.examining.database.manager.query(
      `insert into account (id, institution_id, login, family_name, given_name, language, password_hash, roles)
       values ($1, $2, $3, $4, 'Асан', 'kk', '', $5)`,
      [accountId, institutionId, `${name}-${accountId}`, name, roles],
    );
    const permissions = permissionsOf(roles);
    return { accountId, institutionId, sessionId: newId(), name: `${name} Асан`, language: 'kk', roles, permissions };
  }

  async group(name: string, members: readonly Actor[]): Promise<string> {
    const id = newId();
    const { manager } = this.examining.database;
    await manager.query(`insert into study_group (id, institution_id, name, language) values ($1, $2, $3, 'kk')`, [
      id,
      this.institutionId,
      name,
    ]);
    await manager.query('insert into group_member (group_id, account_id) select $1, unnest($2::uuid[])', [
      id,
      members.map((member) => member.accountId),
    ]);
    return id;
  }

  /** What a teacher fills in: an exam of an hour that opens in an hour, for two hours. */
  fields(part: Partial<EventFields> = {}): EventFields {
    const now = this.examining.clock.now().getTime();
    return {
      kind: 'interim_attestation',
      disciplineId: this.disciplineId,
      title: { kk: 'Деректер қоры', ru: 'Базы данных', en: 'Databases' },
      language: 'kk',
      opensAt: new Date(now + 3_600_000).toISOString(),
      closesAt: new Date(now + 3 * 3_600_000).toISOString(),
      durationSeconds: 3600,
      profile: 'none',
      profileReason: '',
      ruleSetId: shippedRuleSets[0]?.id ?? '',
      aids: '',
      ...part,
    };
  }

  /** An exam with its items, candidates and staff, announced by those who may. */
  async announced(
    people: {
      teacher: Actor;
      approver: Actor;
      candidates: readonly Actor[];
      staff?: readonly { accountId: string; role: 'examiner' | 'proctor' | 'senior_proctor' }[];
    },
    part: Partial<EventFields> = {},
  ): Promise<EventView> {
    const { get } = this.examining;
    const { teacher, approver } = people;
    const { id } = worth(await get(CreateEvent).run(teacher, this.fields(part)));
    worth(await get(SaveForm).run(teacher, id, { version: 0, items: someItems.map((item) => ({ item })) }));
    const accountIds = people.candidates.map((candidate) => candidate.accountId);
    worth(await get(AddCandidates).run(teacher, id, { accountIds, groupIds: [] }));
    if (people.staff) worth(await get(AssignStaff).run(teacher, id, [...people.staff]));
    worth(await get(MoveEvent).run(approver, id, 'approved', ''));
    return worth(await get(MoveEvent).run(teacher, id, 'announced', ''));
  }
}
