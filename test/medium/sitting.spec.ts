import { randomUUID } from 'node:crypto';

import type { ConsentDocument, EventFields, MySitting, PresentedItem, ProfileName } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database, OBJECT_STORE, type ObjectStore, Outbox } from '@aigaq/platform';
import { DecideIdentity, GrantTime, PauseSitting, ResumeSitting, SweepSittings } from '@aigaq/proctoring';
import { AddCandidates, MoveEvent, RemoveCandidate, UpdateCandidate } from '@aigaq/schedule';

import { startApi, type TestApi } from '../support/api';
import {
  Browser,
  consentTo,
  examiningWith,
  goodDevice,
  type Line,
  problemsIn,
  sittingIn,
  still,
} from '../support/candidate';
import { type Examining, School, worth } from '../support/examining';

const minute = 60_000;
const second = 1000;

describe('a candidate’s sitting', () => {
  let api: TestApi;
  let world: Examining;
  let school: School;
  let teacher: Actor, approver: Actor, proctor: Actor, candidate: Actor;
  let browser: Browser;
  const lines: Line[] = [];

  beforeAll(async () => {
    api = await startApi();
    world = examiningWith(api);
    school = await School.found(world);
    teacher = await school.person('Мұғалім', 'teacher');
    approver = await school.person('Әкімші', 'institution_administrator', 'senior_proctor');
    proctor = await school.person('Проктор', 'proctor');
  });
  afterAll(() => api.stop());
  beforeEach(async () => {
    candidate = await school.person('Үміткер', 'candidate');
    browser = await Browser.of(api, candidate);
  });
  afterEach(() => {
    for (const line of lines.splice(0)) line.close();
  });

  const query = <Row>(sql: string, ...values: unknown[]): Promise<Row[]> =>
    api.app.get(Database).manager.query<Row[]>(sql, values);
  const heard = () => api.app.get(Outbox).drained();
  const sweep = () => api.app.get(SweepSittings, { strict: false }).run();
  const after = (milliseconds: number) => new Date(api.clock.now().getTime() + milliseconds);
  const code = (answer: Parameters<typeof problemsIn>[0]) => problemsIn(answer)[0]?.code;
  const flags = (sittingId: string) =>
    query<{ code: string; origin: string; severity: number; started_at: Date; ended_at: Date | null }>(
      'select code, origin, severity, started_at, ended_at from flag where sitting_id = $1 order by started_at, code',
      sittingId,
    );

  /** An announced exam and the candidate's sitting in it. */
  async function invited(profile: ProfileName, part: Partial<EventFields> = {}): Promise<MySitting> {
    const staff = [
      { accountId: proctor.accountId, role: 'proctor' as const },
      { accountId: teacher.accountId, role: 'examiner' as const },
    ];
    const event = await school.announced(
      { teacher, approver, candidates: [candidate], staff },
      { profile, profileReason: 'Қорытынды баға қойылады.', ...part },
    );
    await heard();
    const all = (await browser.get('/my/sittings')).body as MySitting[];
    const own = all.find((sitting) => sitting.event.id === event.id);
    if (!own) throw new Error('There is no sitting.');
    return own;
  }

  async function connected(whose = browser): Promise<Line> {
    const line = await whose.connect();
    lines.push(line);
    return line;
  }

  /** A live sitting of the light profile (or another without identity), joined by its browser. */
  async function live(profile: ProfileName = 'light', part: Partial<EventFields> = {}) {
    const opensAt = after(minute).toISOString();
    const {
      id,
      event,
      profile: collected,
    } = await invited(profile, { opensAt, closesAt: after(121 * minute).toISOString(), ...part });
    await consentTo(browser, id);
    sittingIn(await browser.post(`/my/sittings/${id}/device-check`, goodDevice(collected)));
    api.clock.advance(minute);
    const line = await connected();
    await line.join(id);
    sittingIn(await browser.post(`/my/sittings/${id}/start`, { deviceId: browser.deviceId }));
    return { id, event, line };
  }

  async function itemsOf(sittingId: string): Promise<PresentedItem[]> {
    return ((await browser.get(`/my/sittings/${sittingId}/exam`)).body as { items: PresentedItem[] }).items;
  }
  const answerTo = (item: PresentedItem | undefined) => ({
    kind: 'answer' as const,
    itemId: item?.id,
    response: { type: 'choice', selected: 'a' },
    flagged: false,
  });
  const mine = async (id: string) => sittingIn(await browser.get(`/my/sittings/${id}`));

  /** Resolves once the server has noticed that the sitting's socket is gone. */
  async function lost(sittingId: string): Promise<void> {
    const connection = 'select connection from sitting where id = $1';
    while ((await query<{ connection: string }>(connection, sittingId))[0]?.connection !== 'lost')
      await new Promise((resolve) => setImmediate(resolve));
  }

  it('leads from the invitation over consent, device and identity to the receipt', async () => {
    const { id, event, profile, state } = await invited('standard');
    expect(state).toBe('invited');
    expect(event.items).toBe(4);

    const shown = (await browser.get(`/my/sittings/${id}/consent-document?language=kk`)).body as ConsentDocument;
    expect(JSON.stringify(shown.sections)).toContain('PER-01');
    expect(code(await browser.post(`/my/sittings/${id}/device-check`, goodDevice(profile)))).toBe('not_in_this_state');
    expect(code(await browser.post(`/my/sittings/${id}/consent`, { language: 'kk', sha256: 'f'.repeat(64) }))).toBe(
      'consent_outdated',
    );
    expect((await consentTo(browser, id)).state).toBe('checking');
    expect((await consentTo(browser, id)).state).toBe('checking');
    const [kept] = await query<{ document: ConsentDocument; count: number }>(
      'select document, count(*) over ()::int as count from consent where sitting_id = $1',
      id,
    );
    expect(kept).toEqual({ document: shown, count: 1 });

    const tab = { ...goodDevice(profile), screen: { surface: 'browser', width: 800, height: 600 } };
    const refused = await browser.post(`/my/sittings/${id}/device-check`, tab);
    expect(problemsIn(refused)).toEqual([{ code: 'device_check_failed', field: 'screen.surface' }]);
    expect((await mine(id)).state).toBe('checking');
    expect(sittingIn(await browser.post(`/my/sittings/${id}/device-check`, goodDevice(profile))).state).toBe('waiting');
    expect(sittingIn(await browser.post(`/my/sittings/${id}/rehearsal`)).rehearsedAt).not.toBeNull();
    const noise = await browser.upload(`/my/sittings/${id}/probe`, { noise: new Uint8Array(100_000) });
    expect(noise.body).toEqual({ bytes: 100_000 });

    const stills = { face: still(), document: still(800, 600) };
    expect(code(await browser.upload(`/my/sittings/${id}/identity`, stills))).toBe('too_early');
    api.clock.advance(45 * minute);
    const text = new TextEncoder().encode('not a picture');
    const wrong = await browser.upload(`/my/sittings/${id}/identity`, { ...stills, face: text });
    expect([wrong.status, problemsIn(wrong)]).toEqual([415, [{ code: 'file_not_what_it_says', field: 'face' }]]);
    expect(sittingIn(await browser.upload(`/my/sittings/${id}/identity`, stills)).state).toBe('identifying');
    const [first] = await query<{ face_key: string; document_key: string }>(
      'select face_key, document_key from identity_check where sitting_id = $1',
      id,
    );
    sittingIn(await browser.upload(`/my/sittings/${id}/identity`, stills));
    const store = api.app.get<ObjectStore>(OBJECT_STORE);
    expect(await store.stat(first?.face_key ?? '')).toBeNull();
    const [second] = await query<{ face_key: string }>(
      'select face_key from identity_check where sitting_id = $1 and face_key is not null',
      id,
    );
    expect(await store.stat(second?.face_key ?? '')).toMatchObject({ size: stills.face.length });

    const line = await connected();
    const joined = await line.join(id);
    expect(joined).toMatchObject({
      ok: true,
      value: { acceptedThrough: 0, messages: [], sitting: { state: 'identifying' } },
    });
    const ready = line.hears('changed', (sitting) => sitting.state === 'ready');
    const verdict = {
      commandId: newId(),
      sittingId: id,
      verdict: 'confirmed',
      reason: '',
      documentLast4: '1234',
    } as const;
    worth(await world.get(DecideIdentity).run(proctor, verdict));
    expect((await ready).identity.state).toBe('confirmed');

    expect(code(await browser.post(`/my/sittings/${id}/start`, { deviceId: browser.deviceId }))).toBe('too_early');
    api.clock.advance(15 * minute);
    const started = sittingIn(await browser.post(`/my/sittings/${id}/start`, { deviceId: browser.deviceId }));
    expect([started.state, started.clock.remainingSeconds]).toEqual(['live', 3600]);

    const items = await itemsOf(id);
    const taken = await line.report(...items.slice(0, 1).map((item) => line.entry(api.clock.now(), answerTo(item))));
    expect(taken).toEqual({ ok: true, value: { acceptedThrough: 1, late: [] } });
    expect(await line.say('say', { id: newId(), text: 'Сәлеметсіз бе' })).toMatchObject({
      ok: true,
      value: { from: 'candidate' },
    });
    expect(await line.say('heartbeat', { sensors: { window: 'working' } })).toMatchObject({
      ok: true,
      value: { clock: { remainingSeconds: 3600 } },
    });

    const ended = line.hears('changed', (sitting) => sitting.state === 'ended');
    const submitted = await browser.post(`/my/sittings/${id}/submission`, {
      deviceId: browser.deviceId,
      lastSequence: 1,
    });
    expect(submitted.status).toBe(200);
    expect((await ended).receiptNumber).not.toBeNull();
    await heard();
    expect(await store.stat(second?.face_key ?? '')).toBeNull();
    const record = await browser.get(`/my/sittings/${id}/record`);
    expect(record.body).toMatchObject({
      actions: [{ kind: 'admitted' }, { kind: 'ended' }],
      messages: [{ text: 'Сәлеметсіз бе' }],
    });
    const journal = await query<{ action: string }>('select action from journal where subject_id = $1 order by id', id);
    expect(journal.map((written) => written.action)).toEqual(
      expect.arrayContaining([
        'sitting.invited',
        'sitting.consented',
        'sitting.device_checked',
        'sitting.identity_shown',
        'sitting.started',
        'identity.images_erased',
      ]),
    );
  });

  it('is nobody else’s business', async () => {
    const { id } = await live();
    const stranger = await Browser.of(api, await school.person('Бөтен', 'candidate'));
    expect((await stranger.get(`/my/sittings/${id}`)).status).toBe(404);
    expect((await stranger.post(`/my/sittings/${id}/start`, { deviceId: stranger.deviceId })).status).toBe(404);
    expect((await stranger.get(`/my/sittings/${id}/record`)).status).toBe(404);
    expect((await stranger.post(`/my/sittings/${id}/ticket`, { purpose: 'sitting' })).status).toBe(404);
    const line = await connected(stranger);
    expect(code(await line.join(id, true))).toBe('not_found');
    expect(code(await line.report(line.entry(api.clock.now(), { kind: 'milestone', name: 'x' })))).toBe(
      'not_in_this_state',
    );
    const watcher = await Browser.of(api, proctor);
    expect((await watcher.get(`/my/sittings/${id}`)).status).toBe(403);
  });

  it('takes each reported number once, in whatever order they come', async () => {
    const { id, line } = await live();
    const [item] = await itemsOf(id);
    const entries = [1, 2, 3, 4].map(() => line.entry(api.clock.now(), answerTo(item)));
    const [one, two, three, four] = entries;
    if (!one || !two || !three || !four) throw new Error('Four entries were made.');
    expect(await line.report(one, one)).toMatchObject({ value: { acceptedThrough: 1 } });
    expect(await line.report(three, four)).toMatchObject({ value: { acceptedThrough: 1 } });
    expect(await line.report(one, two)).toMatchObject({ value: { acceptedThrough: 4 } });
    expect(await line.report(one, two, three, four)).toMatchObject({ value: { acceptedThrough: 4, late: [] } });
    expect(await query('select sequence from answer_version where sitting_id = $1 order by 1', id)).toHaveLength(4);
    line.close();
    expect(await (await connected()).join(id)).toMatchObject({ value: { acceptedThrough: 4 } });
  });

  it('answers a message out of its schema with field and reason, and takes nothing of it', async () => {
    const { id, line } = await live();
    const good = line.entry(api.clock.now(), { kind: 'milestone', name: 'page_loaded' });
    const strange = { ...line.entry(api.clock.now(), { kind: 'milestone', name: 'page_loaded' }), surprise: 1 };
    expect(problemsIn(await line.report(good, strange))).toEqual([
      { code: 'unknown_key', field: 'entries.1.surprise' },
    ]);
    expect(code(await line.report({ ...good, sequence: 2 ** 40 }))).toBe('too_large');
    expect(code(await line.say('report', 'nonsense'))).toBe('wrong_type');
    expect(code(await line.say('report', { deviceId: randomUUID(), entries: [good] }))).toBe('other_device');
    expect(code((await line.socket.emitWithAck('no_such_thing', {})) as never)).toBe('not_found');
    expect(await query('select from sitting_report where sitting_id = $1', id)).toEqual([]);
  });

  it('keeps an answer with characters that the database cannot hold', async () => {
    const { id, line } = await live();
    const essay = (await itemsOf(id)).find((item) => item.type === 'extended_text');
    const answer = {
      kind: 'answer',
      itemId: essay?.id,
      response: { type: 'extended_text', text: 'жа\0уап \ud800' },
      flagged: false,
    };
    expect(await line.report(line.entry(api.clock.now(), answer))).toEqual({
      ok: true,
      value: { acceptedThrough: 1, late: [] },
    });
  });

  it('makes flags of observations, with their start and end, only for detectors that are on', async () => {
    await world.get(Outbox).drained();
    const { id, line } = await live();
    const began = api.clock.now();
    const [away, unseen] = [newId(), newId()];
    const detector = { detector: 'window', detectorVersion: '1', confidence: 0.7 };
    await line.report(
      line.entry(began, { kind: 'observation_opened', observationId: away, code: 'SCR-01', ...detector }),
      // The light profile has no eye for a second person.
      line.entry(began, { kind: 'observation_opened', observationId: newId(), code: 'PER-01', ...detector }),
    );
    api.clock.advance(9 * second);
    const opened = line.entry(after(-3 * second), {
      kind: 'observation_opened',
      observationId: unseen,
      code: 'CAM-01',
      ...detector,
    });
    const closed = line.entry(after(-1 * second), {
      kind: 'observation_closed',
      observationId: unseen,
      confidence: 0.9,
    });
    await line.report(closed);
    await line.report(
      opened,
      line.entry(api.clock.now(), { kind: 'observation_closed', observationId: away, confidence: 0.8 }),
    );
    expect(await flags(id)).toEqual([
      { code: 'SCR-01', origin: 'detector', severity: 1, started_at: began, ended_at: after(0) },
      { code: 'CAM-01', origin: 'detector', severity: 1, started_at: after(-3 * second), ended_at: after(-second) },
    ]);
    expect(await query('select from sitting_report where sitting_id = $1', id)).toHaveLength(5);
  });

  it('closes what a detector left open when it ends', async () => {
    const { id, line } = await live();
    const detector = { detector: 'window', detectorVersion: '1', confidence: 1 };
    await line.report(
      line.entry(api.clock.now(), { kind: 'observation_opened', observationId: newId(), code: 'SCR-01', ...detector }),
    );
    api.clock.advance(61 * minute);
    await sweep();
    const [flag] = await flags(id);
    const [sitting] = await query<{ ended_at: Date }>('select ended_at from sitting where id = $1', id);
    expect(flag?.ended_at).toEqual(sitting?.ended_at);
  });

  it('ends when its time does, and keeps what comes later, marked', async () => {
    const { id, line } = await live();
    const [item] = await itemsOf(id);
    await line.report(line.entry(api.clock.now(), answerTo(item)));
    api.clock.advance(60 * minute);
    const onItsWay = line.entry(after(-second), answerTo(item));
    expect(await line.report(onItsWay)).toMatchObject({ value: { late: [] } });
    const ended = line.hears('changed', (sitting) => sitting.state === 'ended');
    api.clock.advance(4 * second);
    await sweep();
    expect((await ended).clock.remainingSeconds).toBe(0);
    const late = line.entry(api.clock.now(), answerTo(item));
    expect(await line.report(late)).toEqual({ ok: true, value: { acceptedThrough: 3, late: [3] } });
    expect(await line.report(late)).toEqual({ ok: true, value: { acceptedThrough: 3, late: [3] } });
    expect(await query('select sequence, late from answer_version where sitting_id = $1 order by 1', id)).toEqual([
      { sequence: 1, late: false },
      { sequence: 2, late: false },
      { sequence: 3, late: true },
    ]);
    expect(await query('select ended_how from sitting where id = $1', id)).toEqual([{ ended_how: 'expired' }]);
  });

  it('goes to the newer browser after a question, and notes it', async () => {
    const { id, line } = await live();
    const [item] = await itemsOf(id);
    const other = await Browser.of(api, candidate);
    const newer = await connected(other);
    expect(code(await newer.join(id))).toBe('other_device');
    expect(code(await other.post(`/my/sittings/${id}/start`, { deviceId: other.deviceId }))).toBe('other_device');
    const told = line.hears('taken_over');
    expect(await newer.join(id, true)).toMatchObject({ ok: true, value: { sitting: { state: 'live' } } });
    await told;
    expect(await flags(id)).toMatchObject([{ code: 'SES-01', origin: 'system', severity: 2 }]);
    expect(await query(`select kind from sitting_action where sitting_id = $1`, id)).toEqual([{ kind: 'taken_over' }]);
    // The older one delivers what it had: what it made before counts, what it made after is marked.
    const before = line.entry(after(-second), answerTo(item));
    api.clock.advance(second);
    const afterwards = line.entry(api.clock.now(), answerTo(item));
    expect(await line.report(before, afterwards)).toMatchObject({ value: { late: [2] } });
    expect(code(await line.join(id))).toBe('other_device');
    line.close();
    await newer.say('heartbeat', { sensors: {} });
    expect(await query('select connection from sitting where id = $1', id)).toEqual([{ connection: 'online' }]);
  });

  it('asks nothing and notes nothing when another device is used before the start', async () => {
    const { id, profile } = await invited('light', { opensAt: after(minute).toISOString() });
    await consentTo(browser, id);
    const phone = await connected();
    await phone.join(id);
    const laptop = await Browser.of(api, candidate);
    sittingIn(await laptop.post(`/my/sittings/${id}/device-check`, goodDevice(profile)));
    const line = await connected(laptop);
    expect(code(await line.join(id))).toBe('other_device');
    expect((await line.join(id, true)).ok).toBe(true);
    expect(await flags(id)).toEqual([]);
  });

  it('notes a lost line against nobody and gives its time back', async () => {
    const { id, line } = await live();
    line.close();
    await lost(id);
    const lostAt = api.clock.now();
    api.clock.advance(20 * second);
    await sweep();
    expect(await flags(id)).toEqual([
      { code: 'NET-01', origin: 'system', severity: 0, started_at: lostAt, ended_at: null },
    ]);
    api.clock.advance(25 * second);
    const back = await connected();
    await back.join(id);
    const { clock } = await mine(id);
    expect(clock).toMatchObject({ grantedSeconds: 45, remainingSeconds: 3600 });
    expect(await flags(id)).toMatchObject([{ code: 'NET-01', ended_at: api.clock.now() }]);
    expect(await query('select kind, seconds from sitting_action where sitting_id = $1', id)).toEqual([
      { kind: 'network_granted', seconds: 45 },
    ]);
    // What the browser says of the same loss is kept and makes no second flag.
    const same = {
      kind: 'observation_opened',
      observationId: newId(),
      code: 'NET-01',
      detector: 'connection',
      detectorVersion: '1',
      confidence: 1,
    };
    await back.report(back.entry(lostAt, same));
    expect(await flags(id)).toHaveLength(1);
  });

  it('knows a line that broke and recovered by itself', async () => {
    const { id, line } = await live();
    line.close();
    await lost(id);
    const steady = await browser.connect({ recovers: true });
    lines.push(steady);
    await steady.join(id);
    // Only who heard something can say later what he missed.
    const heardOf = steady.hears('message');
    await steady.say('say', { id: newId(), text: 'Бармын' });
    await heardOf;
    const recovered = new Promise<void>((resolve) => steady.socket.once('connect', resolve));
    steady.socket.io.engine.close();
    await lost(id);
    api.clock.advance(30 * second);
    await recovered;
    expect(steady.socket.recovered).toBe(true);
    while ((await mine(id)).clock.grantedSeconds === 0) await steady.say('heartbeat', { sensors: {} });
    expect(await query('select connection from sitting where id = $1', id)).toEqual([{ connection: 'online' }]);
    expect(await steady.report(steady.entry(api.clock.now(), { kind: 'milestone', name: 'back' }))).toMatchObject({
      value: { acceptedThrough: 1 },
    });
  });

  it('keeps nobody’s stills beyond the event', async () => {
    const { id, profile, event } = await invited('standard', { opensAt: after(minute).toISOString() });
    await consentTo(browser, id);
    await browser.post(`/my/sittings/${id}/device-check`, goodDevice(profile));
    sittingIn(await browser.upload(`/my/sittings/${id}/identity`, { face: still(), document: still() }));
    const [shown] = await query<{ face_key: string }>('select face_key from identity_check where sitting_id = $1', id);
    await api.app.get(Database).transaction((tx) => tx.publish('event.closed', { eventId: event.id }));
    await heard();
    expect(await api.app.get<ObjectStore>(OBJECT_STORE).stat(shown?.face_key ?? '')).toBeNull();
    expect(await query('select face_key, document_key from identity_check where sitting_id = $1', id)).toEqual([
      { face_key: null, document_key: null },
    ]);
  });

  it('is kept open for somebody whose line broke before the end, as long as time is owed', async () => {
    const { id, line } = await live();
    const [item] = await itemsOf(id);
    api.clock.advance(59 * minute);
    line.close();
    await lost(id);
    const made = after(30 * second);
    api.clock.advance(5 * minute);
    await sweep();
    expect((await mine(id)).state).toBe('live');
    const back = await connected();
    await back.join(id);
    expect((await mine(id)).clock.remainingSeconds).toBe(60);
    expect(await back.report(back.entry(made, answerTo(item)))).toMatchObject({ value: { late: [] } });
    back.close();
    await lost(id);
    api.clock.advance(11 * minute);
    await sweep();
    expect((await mine(id)).state).toBe('ended');
    expect(
      await query(
        `select sum(seconds)::int as given from sitting_action where kind = 'network_granted' and sitting_id = $1`,
        id,
      ),
    ).toEqual([{ given: 600 }]);
  });

  it('counts a loss from when a server that died last knew of the browser', async () => {
    const { id } = await live();
    const [known] = await query<{ seen_at: Date }>('select seen_at from sitting where id = $1', id);
    for (const line of lines.splice(0)) line.close();
    await lost(id);
    await query(`update sitting set connection = 'online', seen_at = $2 where id = $1`, id, known?.seen_at);
    api.clock.advance(2 * minute);
    await sweep();
    expect(await query('select connection, connection_since from sitting where id = $1', id)).toEqual([
      { connection: 'lost', connection_since: known?.seen_at },
    ]);
    await (await connected()).join(id);
    expect((await mine(id)).clock.grantedSeconds).toBe(120);
  });

  it('stands still while a proctor pauses it, and goes on with the time that was left', async () => {
    const { id, line } = await live();
    api.clock.advance(10 * minute);
    const paused = line.hears('changed', (sitting) => sitting.state === 'interrupted');
    worth(await world.get(PauseSitting).run(proctor, { commandId: newId(), sittingId: id, reason: 'Дабыл қағылды' }));
    expect(await paused).toMatchObject({ reason: 'Дабыл қағылды', clock: { endsAt: null, remainingSeconds: 3000 } });
    api.clock.advance(200 * minute);
    await sweep();
    const given = line.hears('changed', (sitting) => sitting.clock.grantedSeconds === 60);
    worth(
      await world.get(GrantTime).run(proctor, { commandId: newId(), sittingId: id, seconds: 60, reason: 'Дабыл үшін' }),
    );
    await given;
    worth(await world.get(ResumeSitting).run(proctor, { commandId: newId(), sittingId: id }));
    expect(await mine(id)).toMatchObject({ state: 'live', reason: '', clock: { remainingSeconds: 3060 } });
  });

  it('follows the roster: extra time while it runs, silenced detectors only towards less', async () => {
    const { id, event } = await live();
    const change = (extraSeconds: number, silencedDetectors: ('CAM-01' | 'SCR-01')[]) =>
      world
        .get(UpdateCandidate)
        .run(teacher, { id: event.id, accountId: candidate.accountId }, { extraSeconds, silencedDetectors });
    worth(await change(600, ['CAM-01']));
    await heard();
    expect(await mine(id)).toMatchObject({ silencedDetectors: ['CAM-01'], clock: { remainingSeconds: 4200 } });
    worth(await change(300, []));
    await heard();
    expect(await mine(id)).toMatchObject({ silencedDetectors: ['CAM-01'], clock: { remainingSeconds: 3900 } });
  });

  it('is withdrawn with the person’s place on the roster, and given back with it', async () => {
    const { id, event } = await invited('light');
    await consentTo(browser, id);
    worth(await world.get(RemoveCandidate).run(teacher, { id: event.id, accountId: candidate.accountId }));
    await heard();
    expect((await mine(id)).state).toBe('void');
    expect(code(await browser.post(`/my/sittings/${id}/device-check`, goodDevice({ records: [] })))).toBe(
      'not_in_this_state',
    );
    worth(await world.get(AddCandidates).run(teacher, event.id, { accountIds: [candidate.accountId], groupIds: [] }));
    await heard();
    expect(await mine(id)).toMatchObject({ state: 'invited', consentedAt: null });
  });

  it('is void, or ended and kept, when the event is cancelled', async () => {
    const { id, event } = await live();
    worth(await world.get(MoveEvent).run(approver, event.id, 'cancelled', 'Өрт дабылы'));
    await heard();
    expect(await mine(id)).toMatchObject({ state: 'ended' });
  });

  it('takes one click for another way, without consent', async () => {
    const { id } = await invited('strict');
    const asked = sittingIn(await browser.post(`/my/sittings/${id}/alternative`, {}));
    expect(asked).toMatchObject({ state: 'invited', alternative: { reason: '', granted: null } });
    expect(
      sittingIn(await browser.post(`/my/sittings/${id}/alternative`, { reason: 'Бөлмеде жалғыз емеспін' })).alternative
        ?.reason,
    ).toBe('Бөлмеде жалғыз емеспін');
    await query('update alternative_request set answered_at = now(), granted = false where sitting_id = $1', id);
    expect(code(await browser.post(`/my/sittings/${id}/alternative`, {}))).toBe('already_exists');
  });

  it('takes a message once by its id', async () => {
    const { id, line } = await live();
    const text = { id: newId(), text: 'Сұрағым бар' };
    const echoed = line.hears('message');
    expect(await line.say('say', text)).toEqual(await line.say('say', text));
    expect((await echoed).text).toBe('Сұрағым бар');
    expect(await query('select from message where sitting_id = $1', id)).toHaveLength(1);
  });
});
