import { routes } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import { RunRetention } from '@aigaq/oversight';
import type { Actor } from '@aigaq/people';
import { OBJECT_STORE, type ObjectStore, retentionTerms, StoreUnavailable } from '@aigaq/platform';
import { ReadRecording, SittingDetails } from '@aigaq/proctoring';

import { College, startWatching, type Watching } from '../support/watching';

const day = 24 * 3_600_000;
const terms = retentionTerms({
  RETENTION_ACCESS_DAYS: 365,
  RETENTION_MAIL_DAYS: 90,
  RETENTION_ROSTER_IMPORT_DAYS: 30,
});

describe('retention', () => {
  let watching: Watching;
  let college: College;
  let teacher: Actor;
  let candidate: Actor;
  let eventId: string;
  let store: ObjectStore;

  beforeAll(async () => {
    watching = await startWatching();
    store = watching.modules.get<ObjectStore>(OBJECT_STORE);
  });
  afterAll(() => watching.stop());

  beforeEach(async () => {
    college = await College.found(watching);
    teacher = await college.person('Мұғалім', 'teacher');
    candidate = await college.person('Үміткер', 'candidate');
    eventId = await college.event(teacher, [[teacher, 'examiner']]);
  });
  // What a test leaves must not be due in the next one.
  afterEach(async () => {
    watching.clock.advance(2000 * day);
    await run();
    watching.clock.advance(-2000 * day);
  });

  const sql = <Row>(text: string, ...values: unknown[]): Promise<Row[]> =>
    watching.database.manager.query<Row[]>(text, values);
  const retention = (objects: ObjectStore = store) =>
    new RunRetention(watching.database, objects, terms, watching.clock);

  /** What a run deleted, by class; without those of which nothing was due. */
  async function run({ dryRun = false, objects = store } = {}) {
    const lines = (await retention(objects).run({ dryRun })) ?? [];
    return Object.fromEntries(
      lines
        .filter(({ counts, error }) => error !== null || Object.values(counts).some((count) => count > 0))
        .map(({ name, counts, error }) => [name, error === null ? counts : { ...counts, error: error.message }]),
    );
  }

  /** Half a minute of camera, with its objects in the store. */
  async function recorded(sittingId: string): Promise<string[]> {
    const from = watching.clock.now();
    await college.recorded(sittingId, 'camera', from, new Date(from.getTime() + 30_000));
    const rows = await sql<{ object_key: string }>(
      'select object_key from recording_segment where sitting_id = $1 and deleted_at is null',
      sittingId,
    );
    for (const { object_key: key } of rows)
      await store.put(key, Buffer.from('0123456789'), { contentType: 'video/webm' });
    return rows.map((row) => row.object_key);
  }

  async function decide(sittingId: string, outcome: string, state = 'reached'): Promise<void> {
    await sql(
      `insert into decision (id, sitting_id, outcome, reason, state, needs_second, proposed_by, proposed_at)
       values ($1, $2, $3, '', $4, false, $5, $6)`,
      ...[newId(), sittingId, outcome, state, teacher.accountId, watching.clock.now()],
    );
    if (state === 'reached')
      await sql(
        `update sitting set state = 'closed', ended_at = coalesce(ended_at, $2) where id = $1`,
        sittingId,
        watching.clock.now(),
      );
  }

  const areStored = async (keys: readonly string[]): Promise<boolean[]> =>
    Promise.all(keys.map(async (key) => (await store.stat(key)) !== null));
  const journal = (action: string, subjectId: string) =>
    sql<{ data: object }>('select data from journal where action = $1 and subject_id = $2', action, subjectId);

  it('deletes a recording on the day that the consent names, and says so where it was', async () => {
    const sittingId = await college.sitting(eventId, candidate, 'in_review');
    const keys = await recorded(sittingId);
    await sql(
      'update sitting set ended_at = $2 where id = $1',
      sittingId,
      new Date(watching.clock.now().getTime() + 30_000),
    );
    await decide(sittingId, 'cleared');
    const shown = await watching.get(ReadRecording).run(teacher, sittingId);
    expect(shown).toMatchObject({ ok: true, value: { segments: { length: 3 } } });

    watching.clock.advance(30 * day - 1);
    expect(await run()).toEqual({});
    expect(await areStored(keys)).toEqual([true, true, true]);

    watching.clock.advance(1);
    expect(await run({ dryRun: true })).toEqual({ 'proctoring.recordings': { sittings: 1, segments: 3, bytes: 30 } });
    expect(await areStored(keys)).toEqual([true, true, true]);
    expect(await run()).toEqual({ 'proctoring.recordings': { sittings: 1, segments: 3, bytes: 30 } });
    expect(await areStored(keys)).toEqual([false, false, false]);
    expect(await journal('recording.deleted', sittingId)).toEqual([{ data: { segments: 3, bytes: 30 } }]);

    const after = await watching.get(ReadRecording).run(teacher, sittingId);
    if (!shown.ok || !after.ok) throw new Error('The recording could not be read.');
    expect(routes.recording.answer.parse(after.value)).toEqual({
      ...shown.value,
      segments: [],
      deletedAt: watching.clock.now().toISOString(),
    });
    expect(after.value.coverage[0]).toMatchObject({ source: 'camera', percent: 100 });
    expect(await run()).toEqual({});
    watching.clock.advance(-30 * day);
  });

  it('keeps the recording of an incident longer, and that of an open case for ever', async () => {
    const annulled = await college.sitting(eventId, candidate, 'in_review');
    const proposed = await college.sitting(eventId, await college.person('Екінші', 'candidate'), 'in_review');
    const undecided = await college.sitting(eventId, await college.person('Үшінші', 'candidate'), 'ended');
    const keys = {
      annulled: await recorded(annulled),
      open: [...(await recorded(proposed)), ...(await recorded(undecided))],
    };
    await decide(annulled, 'annulled');
    await decide(proposed, 'retake', 'proposed');
    watching.clock.advance(183 * day - 1);
    expect(await run()).toEqual({});
    watching.clock.advance(1);
    expect(await run()).toMatchObject({ 'proctoring.recordings': { sittings: 1, segments: 3 } });
    expect(await areStored(keys.annulled)).not.toContain(true);
    watching.clock.advance(1500 * day);
    expect(await run()).toEqual({});
    expect(await areStored(keys.open)).not.toContain(false);
    watching.clock.advance(-1683 * day);
    await sql(`update decision set state = 'reached' where sitting_id = $1`, proposed);
    await decide(undecided, 'cleared');
  });

  it('goes on where a store that was away broke it off, and counts nothing twice', async () => {
    const sittingId = await college.sitting(eventId, candidate, 'in_review');
    const keys = await recorded(sittingId);
    await decide(sittingId, 'cleared');
    watching.clock.advance(40 * day);
    const failing = Object.assign(Object.create(store) as ObjectStore, {
      delete: (key: string) => (key === keys[1] ? Promise.reject(new StoreUnavailable('away')) : store.delete(key)),
    });
    expect(await run({ objects: failing })).toMatchObject({ 'proctoring.recordings': { error: 'away' } });
    expect(await journal('recording.deleted', sittingId)).toEqual([]);
    // Nobody is offered what is half gone.
    expect(await watching.get(ReadRecording).run(teacher, sittingId)).toMatchObject({ value: { segments: [] } });
    expect(await run()).toMatchObject({ 'proctoring.recordings': { segments: 3, bytes: 30 } });
    expect(await areStored(keys)).toEqual([false, false, false]);
    expect(await journal('recording.deleted', sittingId)).toEqual([{ data: { segments: 3, bytes: 30 } }]);
    watching.clock.advance(-40 * day);
  });

  it('deletes what came late, after its recording was deleted', async () => {
    const sittingId = await college.sitting(eventId, candidate, 'in_review');
    await recorded(sittingId);
    await decide(sittingId, 'cleared');
    watching.clock.advance(30 * day);
    await run();
    const late = await recorded(sittingId);
    expect(await run()).toMatchObject({ 'proctoring.recordings': { segments: 3 } });
    expect(await areStored(late)).not.toContain(true);
    watching.clock.advance(-30 * day);
  });

  it('counts for those who never began from when nobody could begin any more', async () => {
    const sittingId = await college.sitting(eventId, candidate, 'waiting');
    const keys = await recorded(sittingId);
    const [{ closes_at: closesAt } = { closes_at: new Date() }] = await sql<{ closes_at: Date }>(
      'select closes_at from sitting where id = $1',
      sittingId,
    );
    const wait = closesAt.getTime() - watching.clock.now().getTime() + 30 * day;
    watching.clock.advance(wait - 1);
    expect(await run()).toEqual({});
    watching.clock.advance(1);
    expect(await run()).toMatchObject({ 'proctoring.recordings': { segments: 3 } });
    expect(await areStored(keys)).not.toContain(true);
    watching.clock.advance(-wait);
  });

  it('takes technical traces and unconfirmed flags with the recording, and leaves what was confirmed', async () => {
    const sittingId = await college.sitting(eventId, candidate, 'in_review');
    await sql(`update sitting set device_report = '{}' where id = $1`, sittingId);
    await sql(
      `insert into sitting_report (sitting_id, device_id, sequence, at, kind, payload) values ($1, $2, 1, now(), 'answer', '{}')`,
      ...[sittingId, newId()],
    );
    const dismissed = await college.flag(sittingId, 'CAM-01', 1);
    const confirmed = await college.flag(sittingId, 'SCR-03', 2);
    const network = await college.flag(sittingId, 'NET-01', 0);
    await sql(
      `update flag set state = case id when $1 then 'decided' else 'closed' end where sitting_id = $2`,
      confirmed,
      sittingId,
    );
    await decide(sittingId, 'cleared');
    watching.clock.advance(30 * day);
    expect(await run()).toEqual({
      'proctoring.technical_traces': { reports: 1, devices: 1 },
      'proctoring.unconfirmed_flags': { flags: 1 },
    });
    const details = await watching.get(SittingDetails).of(teacher, sittingId);
    expect(details?.flags.map((flag) => flag.id).sort()).toEqual([confirmed, network].sort());
    expect(details?.flags.map((flag) => flag.id)).not.toContain(dismissed);
    expect(details?.device).toBeNull();
    expect(await journal('flag.deleted', sittingId)).toEqual([{ data: { flags: 1 } }]);
    watching.clock.advance(-30 * day);
  });

  it('forgets who looked after the days of the rule set, but not while the case is open', async () => {
    const [closed, open] = [
      await college.sitting(eventId, candidate, 'in_review'),
      await college.sitting(eventId, await college.person('Екінші', 'candidate'), 'ended'),
    ];
    for (const sittingId of [closed, open]) await watching.get(ReadRecording).run(teacher, sittingId);
    await sql('update journal set at = $1 where subject_id = any($2)', watching.clock.now(), [closed, open]);
    await decide(closed, 'cleared');
    watching.clock.advance(365 * day - 1);
    expect(await run()).toEqual({});
    watching.clock.advance(1);
    expect(await run()).toEqual({ 'proctoring.view_traces': { views: 1 }, 'proctoring.view_lines': { lines: 1 } });
    const left = await sql('select 1 from view_trace where sitting_id = any($1)', [closed, open]);
    expect(left).toHaveLength(1);
    watching.clock.advance(-365 * day);
    await decide(open, 'cleared');
  });

  it('sweeps stills that were left, a day after nobody needs them, even of an open case', async () => {
    const ended = await college.sitting(eventId, candidate, 'ended');
    const live = await college.sitting(eventId, await college.person('Екінші', 'candidate'), 'live');
    for (const sittingId of [ended, live]) await college.identityShown(sittingId);
    const key = `identity/${ended}/a-face.jpg`;
    await store.put(key, Buffer.from('face'), { contentType: 'image/jpeg' });
    watching.clock.advance(day - 1);
    expect(await run()).toEqual({});
    watching.clock.advance(1);
    expect(await run()).toEqual({ 'proctoring.left_stills': { checks: 1 } });
    expect(await store.stat(key)).toBeNull();
    expect(await journal('identity.images_erased', ended)).toHaveLength(1);
    watching.clock.advance(-day);
    for (const sittingId of [ended, live]) await decide(sittingId, 'cleared');
  });

  it('deletes the small things of the installation when their days are over, and keeps the journal of deeds', async () => {
    const now = watching.clock.now();
    const ago = (days: number, milliseconds = 0) => new Date(now.getTime() - days * day - milliseconds);
    await college.browserOf(teacher);
    await sql('update account_session set expires_at = $1', now);
    const { accountId, institutionId } = teacher;
    for (const expiresAt of [ago(1), ago(1, -1)])
      await sql(
        'insert into password_reset (id, account_id, token_hash, expires_at) values ($1, $2, gen_random_uuid()::text, $3)',
        ...[newId(), accountId, expiresAt],
      );
    for (const createdAt of [ago(365), ago(365, -1)])
      await sql(
        'insert into known_device (id, account_id, token_hash, created_at) values ($1, $2, gen_random_uuid()::text, $3)',
        ...[newId(), accountId, createdAt],
      );
    for (const at of [ago(30), ago(30, -1)])
      await sql(
        `insert into roster_import (id, institution_id, created_by, created_at, file_name, rows) values ($1, $2, $3, $4, 'a.csv', '[]')`,
        ...[newId(), institutionId, accountId, at],
      );
    for (const at of [ago(90), ago(90, -1)])
      await sql(
        `insert into mail (id, institution_id, to_address, language, subject, text, created_at, sent_at) values ($1, $2, '', 'kk', '', '', $3, $3)`,
        ...[newId(), institutionId, at],
      );
    for (const action of ['account.signed_in', 'document.opened', 'decision.reached', 'account.created'])
      await sql(
        `insert into journal (at, institution_id, action, subject_type) values ($1, $2, $3, 'test')`,
        ...[ago(365), institutionId, action],
      );
    await sql(`insert into media_fact_taken (fact_id, at) values ($1, $2)`, newId(), ago(30));
    await sql(`insert into outbox (fact, payload, delivered_at) values ('x', '{}', $1)`, ago(7));
    expect(await run({ dryRun: true })).toEqual(await run());
    const kept = await sql<{ action: string }>(
      `select action from journal where institution_id = $1 and subject_type = 'test' order by action`,
      institutionId,
    );
    expect(kept.map(({ action }) => action)).toEqual(['account.created', 'decision.reached']);
    const counts = await Promise.all(
      ['account_session', 'password_reset', 'known_device', 'roster_import', 'mail', 'media_fact_taken'].map(
        async (table) => (await sql(`select 1 from ${table}`)).length,
      ),
    );
    expect(counts).toEqual([0, 1, 1, 1, 1, 0]);
    const lines = await journal('retention.deleted', institutionId);
    expect(lines).toEqual(
      expect.arrayContaining([
        { data: { class: 'people.roster_imports', imports: 1 } },
        { data: { class: 'platform.mails', mails: 1 } },
      ]),
    );
  });

  it('is carried out by one at a time', async () => {
    const other = watching.database.dataSource.createQueryRunner();
    await other.query('select pg_advisory_lock(726531844)');
    expect(await retention().run({ dryRun: false })).toBeNull();
    await other.query('select pg_advisory_unlock(726531844)');
    await other.release();
    expect(await retention().run({ dryRun: false })).not.toBeNull();
  });
});
