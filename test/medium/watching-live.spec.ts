import { io, type Socket } from 'socket.io-client';
import request from 'supertest';

import { type Acknowledgement, type MediaFact, routes } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database, OBJECT_STORE, type ObjectStore, Outbox } from '@aigaq/platform';

import { startApi, type TestApi } from '../support/api';
import { College } from '../support/watching';

const nodeSecret = 'nodes-in-tests-0123456789-abcdefghijkl';

describe('the sockets and routes of the staff', () => {
  let api: TestApi;
  let college: College;
  let database: Database;
  let teacher: Actor, proctor: Actor, stranger: Actor, candidate: Actor;
  let eventId: string;
  const open: Socket[] = [];

  beforeAll(async () => {
    api = await startApi();
    database = api.app.get(Database);
    college = await College.found({ clock: api.clock, database });
    teacher = await college.person('Мұғалім', 'teacher');
    stranger = await college.person('Бөгде', 'proctor');
  });
  afterAll(() => api.stop());

  beforeEach(async () => {
    proctor = await college.person('Проктор', 'proctor');
    candidate = await college.person('Үміткер', 'candidate');
    eventId = await college.event(teacher, [
      [teacher, 'examiner'],
      [proctor, 'proctor'],
    ]);
  });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });

  function connect(path: string, options: Parameters<typeof io>[1]): Socket {
    const socket = io(`${api.url}${path}`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      ...options,
    });
    open.push(socket);
    return socket;
  }
  async function proctorSocket(actor: Actor): Promise<Socket> {
    return connect('/proctor', { extraHeaders: await college.browserOf(actor) });
  }
  const nodeSocket = (secret: string) => connect('/node', { auth: { secret } });
  const say = async <Value>(socket: Socket, name: string, input: object): Promise<Acknowledgement<Value>> =>
    (await socket.timeout(10_000).emitWithAck(name, input)) as Acknowledgement<Value>;
  const heard = <Payload>(socket: Socket, name: string, wanted: (payload: Payload) => boolean = () => true) =>
    new Promise<Payload>((resolve) => {
      socket.on(name, (payload: Payload) => {
        if (wanted(payload)) resolve(payload);
      });
    });
  const codeOf = (answer: Acknowledgement<unknown>) => (answer.ok ? 'ok' : answer.problems[0]?.code);

  describe('a proctor’s socket', () => {
    it('shows the wall of an event and each change on it', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const socket = await proctorSocket(proctor);
      const wall = await say<{ rows: { id: string }[] }>(socket, 'watch', { eventId });
      expect(wall).toMatchObject({
        ok: true,
        value: { rows: [{ id: sittingId, state: 'live', name: 'Үміткер Асан' }] },
      });
      const row = heard<{ state: string }>(socket, 'row', ({ state }) => state === 'interrupted');
      const paused = await say(socket, 'pause', { commandId: newId(), sittingId, reason: 'Есік қағылды' });
      expect(paused).toMatchObject({ ok: true, value: { row: { state: 'interrupted' } } });
      expect(await row).toMatchObject({ id: sittingId, clock: { endsAt: null } });
    });

    it('keeps the open candidate fresh, and brings flags and messages', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const [one, other] = [
        await proctorSocket(proctor),
        await proctorSocket(await college.person('Аға', 'senior_proctor')),
      ];
      await say(one, 'watch', { eventId });
      expect(await say(one, 'open', { sittingId })).toMatchObject({
        ok: true,
        value: { flags: [], views: [{ what: 'live' }] },
      });
      const flag = heard<{ flag: { code: string } }>(one, 'flag');
      const message = heard<{ message: { text: string } }>(one, 'message');
      const detail = heard<{ flags: unknown[]; messages: unknown[] }>(
        one,
        'detail',
        (seen) => seen.flags.length + seen.messages.length === 2,
      );
      const startedAt = api.clock.now().toISOString();
      expect(
        codeOf(await say(other, 'flag', { commandId: newId(), sittingId, code: 'DEV-01', note: 'Телефон', startedAt })),
      ).toBe('ok');
      expect(codeOf(await say(other, 'say', { sittingId, id: newId(), text: 'Телефонды алып қойыңыз' }))).toBe('ok');
      expect((await flag).flag).toMatchObject({ code: 'DEV-01', severity: 3 });
      expect((await message).message).toMatchObject({ from: 'proctor', text: 'Телефонды алып қойыңыз' });
      expect(await detail).toMatchObject({
        flags: [{ code: 'DEV-01' }],
        messages: [{ text: 'Телефонды алып қойыңыз' }],
      });
    });

    it('is refused what is not the proctor’s, and what does not fit its schema', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const foreign = await proctorSocket(stranger);
      expect(codeOf(await say(foreign, 'watch', { eventId }))).toBe('forbidden');
      expect(codeOf(await say(foreign, 'open', { sittingId }))).toBe('forbidden');
      expect(codeOf(await say(foreign, 'end', { commandId: newId(), sittingId, reason: 'Себеп жоқ' }))).toBe(
        'forbidden',
      );
      const own = await proctorSocket(candidate);
      expect(codeOf(await say(own, 'watch', { eventId }))).toBe('forbidden');
      const socket = await proctorSocket(proctor);
      expect(await say(socket, 'end', { commandId: newId(), sittingId })).toMatchObject({
        ok: false,
        problems: [{ code: 'required', field: 'reason' }],
      });
      expect(await say(socket, 'pause', { commandId: newId(), sittingId, reason: 'Себеп', force: true })).toMatchObject(
        {
          ok: false,
          problems: [{ code: 'unknown_key', field: 'force' }],
        },
      );
    });

    it('hears nothing more of an event from which the proctor was taken off', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const [socket, remaining] = [
        await proctorSocket(proctor),
        await proctorSocket(await college.person('Аға', 'senior_proctor')),
      ];
      for (const watcher of [socket, remaining]) expect(codeOf(await say(watcher, 'watch', { eventId }))).toBe('ok');
      await database.manager.query('delete from event_staff where event_id = $1 and account_id = $2', [
        eventId,
        proctor.accountId,
      ]);
      await database.transaction((tx) => tx.publish('event.staff_changed', { eventId }));
      await api.app.get(Outbox).drained();
      const silent = jest.fn();
      socket.on('row', silent);
      const row = heard(remaining, 'row');
      await say(remaining, 'pause', { commandId: newId(), sittingId, reason: 'Есік қағылды' });
      await row;
      // Its answer comes after everything that was said to it before.
      expect(codeOf(await say(socket, 'watch', { eventId }))).toBe('forbidden');
      expect(silent).not.toHaveBeenCalled();
    });
  });

  describe('a media node’s socket', () => {
    const hello = { name: 'live', url: 'http://127.0.0.1:4100', workers: 1, version: '1' };

    it('is let in by the shared secret alone', async () => {
      const refused = nodeSocket('guessed-0123456789-abcdefghijklmnop');
      const error = await new Promise<Error & { data?: unknown }>((resolve) => refused.once('connect_error', resolve));
      expect(error.data).toEqual({ problems: [{ code: 'forbidden' }] });
    });

    it('says hello first, reports facts, and is told when a sitting ends', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const node = nodeSocket(nodeSecret);
      expect(codeOf(await say(node, 'load', { rooms: 0, participants: 0, cpu: 0, backlog: 0 }))).toBe(
        'not_in_this_state',
      );
      expect(await say(node, 'hello', hello)).toMatchObject({
        ok: true,
        value: { now: api.clock.now().toISOString() },
      });
      const fact: MediaFact = {
        ...{
          factId: newId(),
          kind: 'track_started',
          at: api.clock.now().toISOString(),
          room: eventId,
          participant: sittingId,
        },
        ...{ trackId: newId(), source: 'camera', codec: 'video/VP8' },
      };
      const wall = await proctorSocket(proctor);
      await say(wall, 'watch', { eventId });
      const publishing = heard<{ publishing: string[] }>(wall, 'row', (row) => row.publishing.includes('camera'));
      expect(await say(node, 'facts', { facts: [fact] })).toEqual({ ok: true, value: { accepted: [fact.factId] } });
      expect(await say(node, 'facts', { facts: [fact] })).toEqual({ ok: true, value: { accepted: [fact.factId] } });
      await publishing;
      const removed = heard(node, 'remove');
      await say(wall, 'end', { commandId: newId(), sittingId, reason: 'Өз өтініші бойынша' });
      expect(await removed).toEqual({ room: eventId, participant: sittingId, reason: 'ended_by_proctor' });
    });

    it('is told to show out who came in with a ticket that outlived the sitting', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      const node = nodeSocket(nodeSecret);
      await say(node, 'hello', { ...hello, name: 'late' });
      const removed = heard(node, 'remove');
      const fact: MediaFact = {
        ...{ factId: newId(), kind: 'track_started', at: api.clock.now().toISOString(), room: eventId },
        ...{ participant: sittingId, trackId: newId(), source: 'camera', codec: 'video/VP8' },
      };
      await say(node, 'facts', { facts: [fact] });
      expect(await removed).toMatchObject({ room: eventId, participant: sittingId });
    });

    it('is told at its hello whose sitting ended while it was away', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      await database.manager.query(
        `insert into recording_track (id, sitting_id, source, node, codec, started_at) values ($1, $2, 'camera', 'away', 'vp8', now())`,
        [newId(), sittingId],
      );
      const node = nodeSocket(nodeSecret);
      const removed = heard(node, 'remove');
      await say(node, 'hello', { ...hello, name: 'away' });
      expect(await removed).toMatchObject({ participant: sittingId });
    });
  });

  describe('the routes', () => {
    it('give a reviewer the recording by links that open in parts, and without a link nothing', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      const now = api.clock.now();
      await college.recorded(sittingId, 'camera', new Date(now.getTime() - 10_000), now);
      const browser = await college.browserOf(teacher);
      const recording = await request(api.url).get(`/api/sittings/${sittingId}/recording`).set(browser);
      expect(recording.status).toBe(200);
      const { url } = routes.recording.answer.parse(recording.body).segments[0] ?? { url: '' };
      expect((await request(api.url).get(url)).status).toBe(404);
      const [{ object_key: key } = { object_key: '' }] = await database.manager.query<{ object_key: string }[]>(
        'select object_key from recording_segment where sitting_id = $1',
        [sittingId],
      );
      await api.app.get<ObjectStore>(OBJECT_STORE).put(key, Buffer.from('0123456789'), { contentType: 'video/webm' });
      const part = await request(api.url).get(url).set('Range', 'bytes=2-5');
      expect([part.status, part.headers['content-range'], part.headers['content-type']]).toEqual([
        206,
        'bytes 2-5/10',
        'video/webm',
      ]);
      expect((part.body as Buffer).toString()).toBe('2345');
      expect((await request(api.url).get('/api/objects/nonsense')).status).toBe(404);
    });

    it('list, show, weigh and decide for who has a part in the event', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      const flagId = await college.flag(sittingId, 'SCR-01', 1);
      const browser = await college.browserOf(teacher);
      const events = await request(api.url).get('/api/proctoring/events').set(browser);
      expect((events.body as { id: string }[]).map((event) => event.id)).toContain(eventId);
      const page = await request(api.url).get(`/api/events/${eventId}/sittings?needsReview=true`).set(browser);
      expect(page.body).toMatchObject({ total: 1, rows: [{ id: sittingId }] });
      const send = (path: string, body: object) => request(api.url).post(path).set(browser).send(body);
      expect((await send(`/api/flags/${flagId}/triage`, { verdict: 'dismissed' })).body).toMatchObject({
        state: 'dismissed',
      });
      const decided = await send(`/api/sittings/${sittingId}/decision`, { outcome: 'cleared', reason: 'Ескерту жоқ' });
      expect(decided.body).toMatchObject({
        row: { state: 'closed' },
        decision: { state: 'reached', outcome: 'cleared' },
      });
      const strange = await college.browserOf(await college.person('Бөгде', 'teacher'));
      expect((await request(api.url).get(`/api/sittings/${sittingId}`).set(strange)).status).toBe(403);
      expect((await request(api.url).get(`/api/sittings/${newId()}`).set(strange)).status).toBe(404);
    });
  });
});
