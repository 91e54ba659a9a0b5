import { jwtVerify } from 'jose';

import type { MediaFact } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { OBJECT_STORE, type ObjectStore } from '@aigaq/platform';
import {
  AddFlag,
  AnswerAlternative,
  ConfirmDecision,
  DecideIdentity,
  EndByProctor,
  GrantTime,
  GreetNode,
  IssueTicket,
  IssueWatchTicket,
  ListSittings,
  ListWatchedEvents,
  LoseNode,
  MarkAbsent,
  MediaPlaces,
  NoteNodeLoad,
  OpenIdentityImage,
  OpenObject,
  OpenSitting,
  PauseSitting,
  ProposeDecision,
  RaiseFlag,
  ReadRecording,
  ResumeSitting,
  SayToCandidate,
  SittingDetails,
  SittingRecord,
  SittingRows,
  TakeMediaFacts,
  TriageFlag,
  WarnCandidate,
  WatchEvent,
} from '@aigaq/proctoring';

import { College, nodeSecret, startWatching, type Watching } from '../support/watching';

const minute = 60_000;

describe('the staff of an event', () => {
  let watching: Watching;
  let college: College;
  let teacher: Actor,
    proctor: Actor,
    stranger: Actor,
    senior: Actor,
    secondSenior: Actor,
    foreigner: Actor,
    administrator: Actor;
  let candidate: Actor;
  let eventId: string;

  beforeAll(async () => {
    watching = await startWatching();
    college = await College.found(watching);
    teacher = await college.person('Мұғалім', 'teacher');
    proctor = await college.person('Проктор', 'proctor');
    stranger = await college.person('Бөгде', 'proctor', 'teacher');
    senior = await college.person('Аға', 'senior_proctor');
    secondSenior = await college.person('Екінші', 'senior_proctor');
    administrator = await college.person('Әкімші', 'institution_administrator');
    foreigner = await (await College.found(watching)).person('Шет', 'senior_proctor');
  });
  afterAll(() => watching.stop());

  beforeEach(async () => {
    candidate = await college.person('Үміткер', 'candidate');
    eventId = await college.event(teacher, [
      [teacher, 'examiner'],
      [proctor, 'proctor'],
    ]);
  });

  const query = <Row>(sql: string, ...values: unknown[]): Promise<Row[]> =>
    watching.database.manager.query<Row[]>(sql, values);
  const stateOf = async (sittingId: string) =>
    (await query<{ state: string }>('select state from sitting where id = $1', sittingId))[0]?.state;
  const facts = async (fact: string, sittingId: string) =>
    query(`select payload from outbox where fact = $1 and payload->>'sittingId' = $2`, fact, sittingId);
  const clockOf = async (sittingId: string) => (await watching.get(SittingRows).byId(proctor, sittingId))?.clock;
  const problem = (code: string) => ({ ok: false, problems: [expect.objectContaining({ code })] });

  describe('deciding on identity', () => {
    const decide = (actor: Actor, sittingId: string, verdict: 'confirmed' | 'refused' | 'again', more = {}) =>
      watching
        .get(DecideIdentity)
        .run(actor, { commandId: newId(), sittingId, verdict, reason: '', documentLast4: '', ...more });

    const shown = async () => {
      const sittingId = await college.sitting(eventId, candidate, 'identifying');
      await college.identityShown(sittingId);
      return sittingId;
    };

    it('lets a confirmed candidate in and keeps the last four characters of the document', async () => {
      const sittingId = await shown();
      expect(await decide(proctor, sittingId, 'confirmed', { documentLast4: '4821' })).toMatchObject({ ok: true });
      expect(await stateOf(sittingId)).toBe('ready');
      expect(
        await query('select state, document_last4, decided_by from identity_check where sitting_id = $1', sittingId),
      ).toEqual([{ state: 'confirmed', document_last4: '4821', decided_by: proctor.accountId }]);
      const detail = await watching.get(SittingDetails).of(proctor, sittingId);
      expect(detail?.actions).toMatchObject([{ kind: 'admitted', by: 'Проктор Асан' }]);
    });

    it('asks to be shown again, with the reason', async () => {
      const sittingId = await shown();
      expect(await decide(proctor, sittingId, 'again')).toEqual(problem('reason_needed'));
      expect(await decide(proctor, sittingId, 'again', { reason: 'Құжат анық емес' })).toMatchObject({ ok: true });
      expect(await stateOf(sittingId)).toBe('waiting');
      expect((await watching.get(SittingDetails).of(proctor, sittingId))?.identity).toMatchObject({
        state: 'again',
        reason: 'Құжат анық емес',
      });
    });

    it('refuses only with a reason, and says so to the other libraries', async () => {
      const sittingId = await shown();
      expect(await decide(proctor, sittingId, 'refused', { reason: 'Басқа адам' })).toMatchObject({ ok: true });
      expect(await stateOf(sittingId)).toBe('refused');
      expect(await facts('sitting.ended', sittingId)).toMatchObject([{ payload: { how: 'refused' } }]);
    });

    it('is the same deed when the command is repeated', async () => {
      const sittingId = await shown();
      const commandId = newId();
      const first = await decide(proctor, sittingId, 'confirmed', { commandId });
      const second = await decide(proctor, sittingId, 'confirmed', { commandId });
      expect([first.ok, second.ok]).toEqual([true, true]);
      expect(await query('select id from sitting_action where sitting_id = $1', sittingId)).toHaveLength(1);
    });

    it('is left to who serves at the event, or to a senior proctor of the institution', async () => {
      const sittingId = await shown();
      expect(await decide(stranger, sittingId, 'confirmed')).toEqual(problem('forbidden'));
      expect(await decide(teacher, sittingId, 'confirmed')).toEqual(problem('forbidden'));
      expect(await decide(foreigner, sittingId, 'confirmed')).toEqual(problem('not_found'));
      expect(await decide(senior, sittingId, 'confirmed')).toMatchObject({ ok: true });
    });

    it('shows the stills to who may decide, with a trace, and says when there are none', async () => {
      const sittingId = await shown();
      const store = watching.modules.get<ObjectStore>(OBJECT_STORE, { strict: false });
      await store.put(`identity/${sittingId}/a-face.jpg`, Buffer.from('face'), { contentType: 'image/jpeg' });
      const open = (actor: Actor) => watching.get(OpenIdentityImage).run(actor, sittingId, 'face');
      expect(await open(stranger)).toEqual(problem('forbidden'));
      expect(await open(proctor)).toMatchObject({ ok: true, value: { size: 4, contentType: 'image/jpeg' } });
      expect((await watching.get(SittingRecord).of(candidate, sittingId)).views).toMatchObject([{ what: 'identity' }]);
      await query('update identity_check set face_key = null where sitting_id = $1', sittingId);
      expect(await open(proctor)).toEqual(problem('not_found'));
    });
  });

  describe('acting on a live sitting', () => {
    const pause = (actor: Actor, sittingId: string, commandId: string = newId()) =>
      watching.get(PauseSitting).run(actor, { commandId, sittingId, reason: 'Есік қағылды' });
    const resume = (sittingId: string, commandId: string = newId()) =>
      watching.get(ResumeSitting).run(proctor, { commandId, sittingId });

    it('gives back the time of a pause, once for each command', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const before = await clockOf(sittingId);
      const commandId = newId();
      expect(await pause(proctor, sittingId, commandId)).toMatchObject({ ok: true });
      expect(await pause(proctor, sittingId, commandId)).toMatchObject({ ok: true });
      expect(await clockOf(sittingId)).toMatchObject({ endsAt: null, remainingSeconds: 3600 });
      watching.clock.advance(5 * minute);
      expect(await resume(sittingId)).toMatchObject({ ok: true });
      expect(await pause(proctor, sittingId, commandId)).toMatchObject({ ok: true });
      const after = await clockOf(sittingId);
      expect(Date.parse(after?.endsAt ?? '') - Date.parse(before?.endsAt ?? '')).toBe(5 * minute);
      expect(await stateOf(sittingId)).toBe('live');
    });

    it('does not resume what is not paused', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      expect(await resume(sittingId)).toEqual(problem('not_in_this_state'));
    });

    it('is refused to who has no part in the event, and to the candidate himself', async () => {
      const sittingId = await college.sitting(eventId, proctor, 'live');
      expect(await pause(proctor, sittingId)).toEqual(problem('own_work'));
      expect(await pause(stranger, sittingId)).toEqual(problem('forbidden'));
      expect(await pause(foreigner, sittingId)).toEqual(problem('not_found'));
      expect(await stateOf(sittingId)).toBe('live');
    });

    it('grants time once for a command that comes twice', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const input = { commandId: newId(), sittingId, seconds: 600, reason: 'Жарық сөнді' };
      await watching.get(GrantTime).run(proctor, input);
      await watching.get(GrantTime).run(proctor, input);
      expect(await clockOf(sittingId)).toMatchObject({ grantedSeconds: 600, remainingSeconds: 4200 });
    });

    it('ends a sitting by a person with a reason, once', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const input = { commandId: newId(), sittingId, reason: 'Өз өтініші бойынша' };
      expect(await watching.get(EndByProctor).run(proctor, input)).toMatchObject({ ok: true });
      expect(await watching.get(EndByProctor).run(proctor, input)).toMatchObject({ ok: true });
      expect(await facts('sitting.ended', sittingId)).toMatchObject([{ payload: { how: 'ended_by_proctor' } }]);
      expect((await watching.get(SittingRecord).of(candidate, sittingId)).actions).toMatchObject([
        { kind: 'ended', by: 'Проктор Асан', reason: 'Өз өтініші бойынша' },
      ]);
    });

    it('warns: on the screen at once, and among the messages for whoever was away', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const input = { commandId: newId(), sittingId, text: 'Камераға қараңыз' };
      await watching.get(WarnCandidate).run(proctor, input);
      await watching.get(WarnCandidate).run(proctor, input);
      expect(await facts('sitting.warned', sittingId)).toMatchObject([{ payload: { text: 'Камераға қараңыз' } }]);
      const record = await watching.get(SittingRecord).of(candidate, sittingId);
      expect(record.messages).toMatchObject([{ from: 'proctor', text: 'Камераға қараңыз' }]);
      expect(record.actions).toMatchObject([{ kind: 'warned' }]);
    });

    it('says a line once, and has then read what the candidate wrote', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      await query(
        `insert into message (id, sitting_id, at, sender, account_id, text) values ($1, $2, $3, 'candidate', $4, 'Сұрағым бар')`,
        ...[newId(), sittingId, watching.clock.now(), candidate.accountId],
      );
      expect((await watching.get(SittingRows).byId(proctor, sittingId))?.unreadMessages).toBe(1);
      const input = { sittingId, id: newId(), text: 'Тыңдап тұрмын' };
      const said = await watching.get(SayToCandidate).run(proctor, input);
      expect(await watching.get(SayToCandidate).run(proctor, input)).toEqual(said);
      expect((await watching.get(SittingRows).byId(proctor, sittingId))?.unreadMessages).toBe(0);
      expect(await facts('message.sent', sittingId)).toHaveLength(1);
    });

    it('notes a flag by hand once, never from the future', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const now = watching.clock.now().getTime();
      const at = (milliseconds: number) => new Date(now + milliseconds).toISOString();
      const input = {
        commandId: newId(),
        sittingId,
        code: 'DEV-01' as const,
        note: 'Қолында телефон',
        startedAt: at(-5000),
      };
      expect(await watching.get(RaiseFlag).run(proctor, { ...input, startedAt: at(minute) })).toEqual(
        problem('too_large'),
      );
      const noted = await watching.get(RaiseFlag).run(proctor, input);
      expect(noted).toMatchObject({
        ok: true,
        value: { severity: 3, origin: 'proctor', state: 'raised', endedAt: at(0) },
      });
      expect(await watching.get(RaiseFlag).run(proctor, input)).toEqual(noted);
    });
  });

  describe('reviewing', () => {
    const triage = (actor: Actor, flagId: string, verdict: 'confirmed' | 'dismissed' | 'raised') =>
      watching.get(TriageFlag).run(actor, flagId, { verdict, note: 'қаралды' });
    const propose = (actor: Actor, sittingId: string, outcome: 'cleared' | 'retake' | 'annulled') =>
      watching.get(ProposeDecision).run(actor, sittingId, { outcome, reason: 'Жазба қаралды' });
    const confirm = (actor: Actor, sittingId: string, agreed = true, reason = '') =>
      watching.get(ConfirmDecision).run(actor, sittingId, { agreed, reason });
    const ago = (seconds: number) => new Date(watching.clock.now().getTime() - seconds * 1000);

    it('weighs a flag, and may take it back until the decision', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      const flagId = await college.flag(sittingId, 'SCR-01', 1);
      expect(await triage(teacher, flagId, 'confirmed')).toMatchObject({
        ok: true,
        value: { state: 'confirmed', triagedBy: 'Мұғалім Асан' },
      });
      expect(await stateOf(sittingId)).toBe('in_review');
      expect(await triage(teacher, flagId, 'raised')).toMatchObject({
        ok: true,
        value: { state: 'raised', triagedBy: null },
      });
      expect(await triage(proctor, flagId, 'dismissed')).toMatchObject({ ok: true, value: { state: 'dismissed' } });
      expect(await triage(stranger, flagId, 'confirmed')).toEqual(problem('forbidden'));
      expect(await triage(foreigner, flagId, 'confirmed')).toEqual(problem('not_found'));
      await propose(teacher, sittingId, 'cleared');
      expect(await triage(teacher, flagId, 'raised')).toEqual(problem('not_in_this_state'));
    });

    it('is not decided while a flag waits, but the network never makes it wait', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      await college.flag(sittingId, 'NET-01', 0);
      const flagId = await college.flag(sittingId, 'CAM-01', 1);
      expect(await propose(teacher, sittingId, 'cleared')).toEqual(problem('flags_open'));
      await triage(teacher, flagId, 'confirmed');
      expect(await propose(teacher, sittingId, 'cleared')).toMatchObject({ ok: true });
      expect(await stateOf(sittingId)).toBe('closed');
      expect(await facts('decision.reached', sittingId)).toMatchObject([{ payload: { outcome: 'cleared' } }]);
      const flags = (await watching.get(SittingRecord).of(candidate, sittingId)).flags;
      expect(flags.map((flag) => [flag.code, flag.state]).sort()).toEqual([
        ['CAM-01', 'decided'],
        ['NET-01', 'closed'],
      ]);
    });

    it('never hurts without a flag that was confirmed and can be seen', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      expect(await propose(teacher, sittingId, 'annulled')).toEqual(problem('flag_needed'));
      const flagId = await college.flag(sittingId, 'DEV-01', 3);
      await triage(proctor, flagId, 'confirmed');
      expect(await propose(teacher, sittingId, 'annulled')).toEqual(problem('flag_needed'));
      await college.recorded(sittingId, 'camera', ago(45), ago(15));
      expect(await propose(teacher, sittingId, 'annulled')).toEqual(problem('flag_needed'));
      await college.recorded(sittingId, 'screen', ago(70), ago(55));
      expect(await propose(teacher, sittingId, 'annulled')).toMatchObject({ ok: true });
    });

    it('takes two people to hurt, and the second may say no with a reason', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      await college.recorded(sittingId, 'camera', ago(120), ago(0));
      await triage(proctor, await college.flag(sittingId, 'DEV-01', 3), 'confirmed');
      await propose(senior, sittingId, 'annulled');
      expect(await stateOf(sittingId)).toBe('in_review');
      expect(await confirm(senior, sittingId)).toEqual(problem('same_person'));
      expect(await confirm(secondSenior, sittingId, false)).toEqual(problem('reason_needed'));
      expect(await confirm(secondSenior, sittingId, false, 'Телефон емес, калькулятор')).toMatchObject({ ok: true });
      expect(await facts('decision.reached', sittingId)).toEqual([]);
      expect(await propose(teacher, sittingId, 'retake')).toMatchObject({ ok: true });
      expect(await propose(teacher, sittingId, 'cleared')).toEqual(problem('already_exists'));
      expect(await confirm(secondSenior, sittingId)).toMatchObject({ ok: true });
      const record = await watching.get(SittingRecord).of(candidate, sittingId);
      expect(record.decision).toMatchObject({
        outcome: 'retake',
        state: 'reached',
        proposedBy: 'Мұғалім Асан',
        confirmedBy: 'Екінші Асан',
      });
      expect(record.flags).toMatchObject([{ state: 'decided' }]);
      expect(await facts('decision.reached', sittingId)).toMatchObject([{ payload: { outcome: 'retake' } }]);
      expect(await confirm(senior, sittingId)).toEqual(problem('not_in_this_state'));
    });

    it('lists what waits for a person and what was decided, and never counts the network', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      await college.recorded(sittingId, 'camera', ago(120), ago(0));
      await college.flag(sittingId, 'NET-01', 0);
      const flagId = await college.flag(sittingId, 'DEV-01', 3);
      const row = async () => {
        const listed = await watching.get(ListSittings).run(teacher, eventId, { page: 1, pageSize: 50 });
        return listed.ok && listed.value.rows.find((each) => each.id === sittingId);
      };
      expect(await row()).toMatchObject({ openFlags: 1, flags: 2, decision: null });
      await triage(teacher, flagId, 'confirmed');
      await propose(teacher, sittingId, 'annulled');
      expect(await row()).toMatchObject({ openFlags: 0, decision: { outcome: 'annulled', state: 'proposed' } });
      await confirm(senior, sittingId, false, 'Қайта қарау керек');
      expect(await row()).toMatchObject({ decision: null });
      await propose(teacher, sittingId, 'retake');
      await confirm(senior, sittingId);
      expect(await row()).toMatchObject({ state: 'closed', decision: { outcome: 'retake', state: 'reached' } });
    });

    it('takes two people to clear what was confirmed as serious', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      await triage(proctor, await college.flag(sittingId, 'MAT-01', 3), 'confirmed');
      expect(await propose(senior, sittingId, 'cleared')).toMatchObject({ ok: true });
      expect(await stateOf(sittingId)).toBe('in_review');
      expect(await confirm(secondSenior, sittingId)).toMatchObject({ ok: true });
      expect(await stateOf(sittingId)).toBe('closed');
    });

    it('does not let a late flag slip in behind a proposal', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      await college.recorded(sittingId, 'camera', ago(120), ago(0));
      await triage(proctor, await college.flag(sittingId, 'DEV-01', 3), 'confirmed');
      await propose(teacher, sittingId, 'annulled');
      await college.flag(sittingId, 'SCR-01', 1);
      expect(await confirm(senior, sittingId)).toEqual(problem('flags_open'));
    });

    it('is decided by the examiner or a senior proctor, not by a proctor of the event', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      expect(await propose(proctor, sittingId, 'cleared')).toEqual(problem('forbidden'));
      expect(await propose(stranger, sittingId, 'cleared')).toEqual(problem('forbidden'));
      expect(await propose(foreigner, sittingId, 'cleared')).toEqual(problem('not_found'));
    });

    it('is not decided while it runs', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      expect(await propose(teacher, sittingId, 'cleared')).toEqual(problem('not_in_this_state'));
    });

    it('adds a flag of its own at its place in the recording', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      const add = (from: Date, to: Date) =>
        watching.get(AddFlag).run(teacher, sittingId, {
          code: 'MAT-01',
          note: 'Қағаз көрінді',
          startedAt: from.toISOString(),
          endedAt: to.toISOString(),
        });
      expect(await add(ago(10), ago(20))).toEqual(problem('ends_before_start'));
      expect(await add(ago(10), ago(-60))).toEqual(problem('too_large'));
      expect(await add(ago(20), ago(10))).toMatchObject({
        ok: true,
        value: { code: 'MAT-01', state: 'raised', origin: 'proctor' },
      });
    });
  });

  describe('arranging', () => {
    it('marks as absent only who can no longer come, by a person', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'invited');
      const mark = (actor: Actor) => watching.get(MarkAbsent).run(actor, sittingId, 'Келген жоқ');
      expect(await mark(teacher)).toEqual(problem('too_early'));
      await query(
        'update sitting set closes_at = $2 where id = $1',
        sittingId,
        new Date(watching.clock.now().getTime() - minute),
      );
      expect(await mark(proctor)).toEqual(problem('forbidden'));
      expect(await mark(teacher)).toMatchObject({ ok: true });
      expect(await stateOf(sittingId)).toBe('absent');
      expect(await mark(teacher)).toEqual(problem('not_in_this_state'));
    });

    it('grants an alternative, which makes the sitting void and nobody the worse', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'invited');
      const answer = (granted: boolean) =>
        watching.get(AnswerAlternative).run(administrator, sittingId, { granted, answer: 'Аудиторияда тапсырады' });
      expect(await answer(true)).toEqual(problem('not_found'));
      await query(
        'insert into alternative_request (id, sitting_id, reason) values ($1, $2, $3)',
        newId(),
        sittingId,
        'Камера жоқ',
      );
      expect(await answer(true)).toMatchObject({ ok: true });
      expect(await stateOf(sittingId)).toBe('void');
      expect(await facts('sitting.ended', sittingId)).toMatchObject([{ payload: { how: 'cancelled' } }]);
      expect(await answer(false)).toEqual(problem('not_in_this_state'));
    });

    it('lists the events and sittings to those who have a part in them', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      const rows = (actor: Actor) =>
        watching.get(ListSittings).run(actor, eventId, { page: 1, pageSize: 50, needsReview: true });
      expect(await rows(teacher)).toMatchObject({ ok: true, value: { total: 1, rows: [{ id: sittingId }] } });
      expect(await rows(administrator)).toMatchObject({ ok: true });
      expect(await rows(stranger)).toEqual(problem('forbidden'));
      expect(await rows(foreigner)).toEqual(problem('not_found'));
      const events = async (actor: Actor) =>
        (await watching.get(ListWatchedEvents).run(actor)).map((event) => event.id);
      expect(await events(proctor)).toContain(eventId);
      expect(await events(senior)).toContain(eventId);
      expect(await events(stranger)).not.toContain(eventId);
      expect(await events(foreigner)).not.toContain(eventId);
    });

    it('lets a proctor onto the wall before the rows are read', async () => {
      await college.sitting(eventId, candidate, 'live');
      const letIn = jest.fn();
      expect(await watching.get(WatchEvent).run(stranger, eventId, letIn)).toEqual(problem('forbidden'));
      expect(letIn).not.toHaveBeenCalled();
      expect(await watching.get(WatchEvent).run(proctor, eventId, letIn)).toMatchObject({
        ok: true,
        value: { rows: [{ state: 'live', name: 'Үміткер Асан' }] },
      });
      expect(letIn).toHaveBeenCalledTimes(1);
    });
  });

  describe('the media nodes', () => {
    const hello = (name: string) =>
      watching.get(GreetNode).run({ name, url: `https://${name}.example.kz`, workers: 2, version: '1' });
    const ticketFor = (sittingId: string, purpose: 'sitting' | 'rehearsal' = 'sitting', actor = candidate) =>
      watching.get(IssueTicket).run(actor, sittingId, purpose);
    const claimsOf = async (ticket: string, at = watching.clock.now()) =>
      (await jwtVerify(ticket, new TextEncoder().encode(nodeSecret), { currentDate: at })).payload;
    const ready = async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ready');
      await college.consent(sittingId, candidate);
      return sittingId;
    };

    beforeEach(async () => {
      await query('delete from media_room');
      await query('delete from media_node');
    });

    it('are asked for in vain while there is none', async () => {
      expect(await ticketFor(await ready())).toEqual(problem('no_media_node'));
    });

    it('get tickets that name room, person, what is published and recorded, and the node', async () => {
      await hello('a');
      const sittingId = await ready();
      const issued = await ticketFor(sittingId);
      if (!issued.ok) throw new Error('no ticket');
      expect(issued.value).toMatchObject({ url: 'https://a.example.kz', room: eventId });
      const claims = await claimsOf(issued.value.ticket);
      expect(claims).toMatchObject({
        room: eventId,
        participant: sittingId,
        role: 'candidate',
        publish: ['camera', 'screen', 'microphone'],
        record: ['camera', 'screen', 'microphone'],
        watch: 'none',
        node: 'a',
      });
      expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(120);
      await expect(
        claimsOf(issued.value.ticket, new Date(watching.clock.now().getTime() + 121_000)),
      ).rejects.toMatchObject({
        code: 'ERR_JWT_EXPIRED',
      });
      await expect(
        jwtVerify(issued.value.ticket, new TextEncoder().encode('another-secret-0123456789-abcdefghijkl')),
      ).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
    });

    it('record nothing of a rehearsal, which happens in a room of its own', async () => {
      await hello('a');
      const sittingId = await ready();
      const issued = await ticketFor(sittingId, 'rehearsal');
      if (!issued.ok) throw new Error('no ticket');
      expect(await claimsOf(issued.value.ticket)).toMatchObject({
        room: `rehearsal:${sittingId}`,
        watch: 'own',
        record: [],
      });
    });

    it('get no ticket for somebody else’s sitting, without consent, too early or after the end', async () => {
      await hello('a');
      const sittingId = await ready();
      const other = await college.person('Басқа', 'candidate');
      expect(await ticketFor(sittingId, 'sitting', other)).toEqual(problem('not_found'));
      expect(await ticketFor(await college.sitting(eventId, other, 'waiting'), 'sitting', other)).toEqual(
        problem('consent_outdated'),
      );
      await query(`update sitting set state = 'checking' where id = $1`, sittingId);
      expect(await ticketFor(sittingId)).toEqual(problem('not_in_this_state'));
      expect(await ticketFor(sittingId, 'rehearsal')).toMatchObject({ ok: true });
      await query(`update sitting set state = 'ended' where id = $1`, sittingId);
      expect(await ticketFor(sittingId)).toEqual(problem('not_in_this_state'));
      expect(await ticketFor(sittingId, 'rehearsal')).toEqual(problem('not_in_this_state'));
    });

    it('let the staff of the event watch its room, and publish nothing', async () => {
      await hello('a');
      const watch = (actor: Actor) => watching.get(IssueWatchTicket).run(actor, eventId);
      const issued = await watch(proctor);
      if (!issued.ok) throw new Error('no ticket');
      expect(await claimsOf(issued.value.ticket)).toMatchObject({
        participant: proctor.accountId,
        role: 'watcher',
        publish: [],
        record: [],
        watch: 'room',
      });
      expect(await watch(stranger)).toEqual(problem('forbidden'));
      expect(await watch(foreigner)).toEqual(problem('not_found'));
    });

    it('share the rooms by their load, and keep a room together', async () => {
      await hello('a');
      await hello('b');
      await watching.get(NoteNodeLoad).run('a', { rooms: 1, participants: 50, cpu: 0.5, backlog: 0 });
      const first = await ticketFor(await ready());
      expect(first).toMatchObject({ ok: true, value: { url: 'https://b.example.kz' } });
      await watching.get(NoteNodeLoad).run('b', { rooms: 1, participants: 90, cpu: 0.9, backlog: 0 });
      expect(await watching.get(IssueWatchTicket).run(proctor, eventId)).toMatchObject({
        value: { url: 'https://b.example.kz' },
      });
      const elsewhere = await college.event(teacher, [[proctor, 'proctor']]);
      expect(await watching.get(IssueWatchTicket).run(proctor, elsewhere)).toMatchObject({
        value: { url: 'https://a.example.kz' },
      });
    });

    it('may die: their rooms move with the next ticket, and nobody is at fault for the gap', async () => {
      const seen = await hello('a');
      const sittingId = await college.sitting(eventId, candidate, 'live');
      await college.consent(sittingId, candidate);
      await ticketFor(sittingId);
      const [trackId, at] = [newId(), watching.clock.now().toISOString()];
      await watching.get(TakeMediaFacts).run('a', [
        {
          factId: newId(),
          kind: 'track_started',
          at,
          room: eventId,
          participant: sittingId,
          trackId,
          source: 'camera',
          codec: 'vp8',
        },
      ]);
      expect((await watching.get(SittingRows).byId(proctor, sittingId))?.publishing).toEqual(['camera']);
      await hello('b');
      await watching.get(LoseNode).run('a', seen);
      expect(
        await query(`select payload from outbox where fact = 'media.moved' and payload->>'room' = $1`, eventId),
      ).toHaveLength(1);
      expect(await query('select end_cause from recording_track where id = $1', trackId)).toEqual([
        { end_cause: 'service' },
      ]);
      expect((await watching.get(SittingRows).byId(proctor, sittingId))?.publishing).toEqual([]);
      expect(await ticketFor(sittingId)).toMatchObject({ ok: true, value: { url: 'https://b.example.kz' } });
    });

    it('are not lost when they have spoken since', async () => {
      const seen = await hello('a');
      await query(`update media_node set seen_at = seen_at + interval '1 second' where name = 'a'`);
      await watching.get(LoseNode).run('a', seen);
      expect(await query('select connected from media_node')).toEqual([{ connected: true }]);
    });

    it('report each fact as often as they like: it is taken once', async () => {
      await hello('a');
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const at = watching.clock.now().toISOString();
      const track = { room: eventId, participant: sittingId, trackId: newId(), source: 'camera' as const };
      const segment = (sequence: number): MediaFact => ({
        ...{
          factId: newId(),
          kind: 'segment_stored',
          at,
          ...track,
          sequence,
          objectKey: `recordings/${sequence}.webm`,
        },
        ...{
          sha256: 'a'.repeat(64),
          size: 100,
          startedAt: at,
          durationMs: 10_000.5,
          codec: 'vp8',
          width: 640,
          height: 480,
        },
        ...{ packets: 500, lostPackets: 1 },
      });
      const gap: MediaFact = { factId: newId(), kind: 'gap_found', at, ...track, from: at, to: at, cause: 'network' };
      const batch = [segment(0), segment(1), gap];
      const take = () => watching.get(TakeMediaFacts).run('a', batch);
      expect(await Promise.all([take(), take()])).toEqual(
        [batch, batch].map((facts) => facts.map((fact) => fact.factId)),
      );
      expect(await take()).toHaveLength(3);
      expect(await query('select sequence from recording_segment where sitting_id = $1 order by 1', sittingId)).toEqual(
        [{ sequence: 0 }, { sequence: 1 }],
      );
      expect(await query('select cause from recording_gap where sitting_id = $1', sittingId)).toEqual([
        { cause: 'network' },
      ]);
    });

    it('leave nothing of a rehearsal behind, whatever they say', async () => {
      await hello('a');
      const sittingId = await college.sitting(eventId, candidate, 'ready');
      const at = watching.clock.now().toISOString();
      const fact: MediaFact = {
        ...{ factId: newId(), kind: 'track_started', at, room: `rehearsal:${sittingId}`, participant: sittingId },
        ...{ trackId: newId(), source: 'camera', codec: 'vp8' },
      };
      expect(await watching.get(TakeMediaFacts).run('a', [fact])).toEqual([fact.factId]);
      expect(await query('select id from recording_track where sitting_id = $1', sittingId)).toEqual([]);
    });

    it('may forget facts about people whom nobody knows', async () => {
      await hello('a');
      const at = watching.clock.now().toISOString();
      const fact: MediaFact = {
        ...{ factId: newId(), kind: 'track_started', at, room: `rehearsal:${eventId}`, participant: newId() },
        ...{ trackId: newId(), source: 'camera', codec: 'vp8' },
      };
      expect(await watching.get(TakeMediaFacts).run('a', [fact])).toEqual([fact.factId]);
    });

    it('are told whom to let go when the sitting ended behind their back', async () => {
      await hello('a');
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      await query(
        `insert into recording_track (id, sitting_id, source, node, codec, started_at) values ($1, $2, 'camera', 'a', 'vp8', now())`,
        ...[newId(), sittingId],
      );
      const place = { node: 'a', room: eventId, participant: sittingId };
      expect(await watching.get(MediaPlaces).leftBehindOn('a')).toContainEqual(place);
      expect(await watching.get(MediaPlaces).ofSitting(sittingId)).toEqual([place]);
    });
  });

  describe('the recording', () => {
    const read = (actor: Actor, sittingId: string) => watching.get(ReadRecording).run(actor, sittingId);

    it('shows all that is stored and counts the sitting without its pauses', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      const began = watching.clock.now().getTime();
      const after = (seconds: number) => new Date(began + seconds * 1000);
      await college.recorded(sittingId, 'camera', after(-30), after(100));
      await college.recorded(sittingId, 'camera', after(110), after(300));
      await college.recorded(sittingId, 'screen', after(0), after(300));
      await query(
        `insert into recording_gap (id, sitting_id, source, started_at, ended_at, cause) values ($1, $2, 'camera', $3, $4, 'network')`,
        ...[newId(), sittingId, after(100), after(110)],
      );
      watching.clock.advance(200_000);
      await watching.get(PauseSitting).run(proctor, { commandId: newId(), sittingId, reason: 'Үзіліс керек' });
      watching.clock.advance(40_000);
      await watching.get(ResumeSitting).run(proctor, { commandId: newId(), sittingId });
      watching.clock.advance(60_000);

      const running = await read(proctor, sittingId);
      if (!running.ok) throw new Error('no recording');
      expect(running.value.running).toBe(true);
      expect(running.value.from).toBe(after(-30).toISOString());
      // What is newer than fifteen seconds is on its way, not missing.
      expect(running.value.coverage.map(({ source, ofMs, missingMs }) => [source, ofMs, missingMs])).toEqual([
        ['camera', 245_000, 10_000],
        ['screen', 245_000, 0],
        ['microphone', 245_000, 245_000],
      ]);

      await watching.get(EndByProctor).run(proctor, { commandId: newId(), sittingId, reason: 'Аяқталды' });
      const whole = await read(teacher, sittingId);
      if (!whole.ok) throw new Error('no recording');
      expect(whole.value.running).toBe(false);
      expect(whole.value.segments.filter((segment) => segment.source === 'camera')).toHaveLength(32);
      const [camera, screen] = whole.value.coverage;
      expect(camera).toMatchObject({
        percent: 96.1,
        ofMs: 260_000,
        missingMs: 10_000,
        gaps: [{ from: after(100).toISOString(), to: after(110).toISOString(), cause: 'network' }],
      });
      expect(screen).toMatchObject({ percent: 100, missingMs: 0, gaps: [] });
    });

    it('is refused to who has no part in it', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      expect(await read(stranger, sittingId)).toEqual(problem('forbidden'));
      expect(await read(foreigner, sittingId)).toEqual(problem('not_found'));
      expect((await watching.get(SittingRecord).of(candidate, sittingId)).views).toEqual([]);
    });

    it('leaves one trace for each person, sitting and ten minutes, which the candidate sees', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'live');
      await Promise.all([read(teacher, sittingId), read(teacher, sittingId)]);
      await watching.get(OpenSitting).run(proctor, sittingId);
      await watching.get(OpenSitting).run(proctor, sittingId);
      const views = async () =>
        (await watching.get(SittingRecord).of(candidate, sittingId)).views.map((view) => [view.name, view.what]);
      const both = [
        ['Мұғалім Асан', 'recording'],
        ['Проктор Асан', 'live'],
      ];
      expect((await views()).sort()).toEqual(both);
      watching.clock.advance(11 * minute);
      await read(teacher, sittingId);
      expect(await views()).toHaveLength(3);
      const journal = await query(
        `select data from journal where action = 'sitting.viewed' and subject_id = $1`,
        sittingId,
      );
      expect(journal).toHaveLength(3);
    });

    it('is fetched by links that work for ten minutes, whole or in parts', async () => {
      const sittingId = await college.sitting(eventId, candidate, 'ended');
      const now = watching.clock.now();
      await college.recorded(sittingId, 'camera', new Date(now.getTime() - 10_000), now);
      const [{ object_key: key } = { object_key: '' }] = await query<{ object_key: string }>(
        'select object_key from recording_segment where sitting_id = $1',
        sittingId,
      );
      const store = watching.modules.get<ObjectStore>(OBJECT_STORE, { strict: false });
      await store.put(key, Buffer.from('0123456789'), { contentType: 'video/webm' });
      const found = await read(teacher, sittingId);
      if (!found.ok) throw new Error('no recording');
      const token = found.value.segments[0]?.url.replace('/api/objects/', '') ?? '';
      const bytes = async (range?: string) => {
        const opened = await watching.get(OpenObject).run(token, range);
        if (!opened.ok) return opened;
        const chunks: Buffer[] = [];
        for await (const chunk of opened.value.stream) chunks.push(chunk as Buffer);
        return [Buffer.concat(chunks).toString(), opened.value.part];
      };
      expect(await bytes()).toEqual(['0123456789', null]);
      expect(await bytes('bytes=2-4')).toEqual(['234', { start: 2, end: 4 }]);
      expect(await bytes('bytes=-3')).toEqual(['789', { start: 7, end: 9 }]);
      expect(await bytes('bytes=8-99')).toEqual(['89', { start: 8, end: 9 }]);
      expect(await bytes('bytes=50-')).toEqual(['0123456789', null]);
      expect(await watching.get(OpenObject).run(`${token}x`, undefined)).toEqual(problem('link_invalid'));
      watching.clock.advance(11 * minute);
      expect(await bytes()).toEqual(problem('link_expired'));
    });
  });
});
