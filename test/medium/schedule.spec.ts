import { routes } from '@aigaq/contracts';
import type { Actor } from '@aigaq/people';
import {
  AddCandidates,
  AssignStaff,
  CreateDiscipline,
  CreateEvent,
  FindEvent,
  GetEvent,
  ListCandidates,
  ListDisciplines,
  ListEvents,
  ListRuleSets,
  MoveEvent,
  profiles,
  RemoveCandidate,
  shippedRuleSets,
  TurnEvents,
  UpdateCandidate,
  UpdateEvent,
} from '@aigaq/schedule';
import { SaveForm } from '@aigaq/exams';

import { type Examining, refusal, School, someItems, startExamining, worth } from '../support/examining';

let examining: Examining;
let school: School;
let teacher: Actor;
let administrator: Actor;
let senior: Actor;
let proctor: Actor;
let candidate: Actor;

const firstPage = { page: 1, pageSize: 50 };
const standard = { profile: 'standard', profileReason: 'Қашықтан өтетін аралық аттестаттау' } as const;

beforeAll(async () => {
  examining = await startExamining();
});
afterAll(() => examining.stop());

beforeEach(async () => {
  school = await School.found(examining);
  teacher = await school.person('Әлиева', 'teacher');
  administrator = await school.person('Құрманов', 'institution_administrator');
  senior = await school.person('Өтегенов', 'senior_proctor');
  proctor = await school.person('Ибраев', 'proctor');
  candidate = await school.person('Серіков', 'candidate');
});

async function draft(part = {}): Promise<string> {
  return worth(await examining.get(CreateEvent).run(teacher, school.fields(part))).id;
}

const move = (actor: Actor, id: string, to: Parameters<MoveEvent['run']>[2], reason = '') =>
  examining.get(MoveEvent).run(actor, id, to, reason);
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

describe('drafting an event', () => {
  it('makes a draft whose teacher is its examiner', async () => {
    const event = worth(await examining.get(CreateEvent).run(teacher, school.fields()));
    expect(event).toMatchObject({
      state: 'draft',
      version: 1,
      discipline: { code: 'DB-101' },
      profile: profiles.none,
      staff: [{ accountId: teacher.accountId, role: 'examiner' }],
      createdBy: { id: teacher.accountId, name: 'Әлиева Асан' },
      history: [{ from: null, to: 'draft', by: 'Әлиева Асан' }],
      next: ['cancelled'],
    });
    expect(routes.createEvent.answer.parse(event)).toEqual(event);
  });

  it('refuses an exam that ends before it starts', async () => {
    const { opensAt, closesAt } = school.fields();
    const refused = await examining
      .get(CreateEvent)
      .run(teacher, school.fields({ opensAt: closesAt, closesAt: opensAt }));
    expect(refusal(refused)).toEqual([{ code: 'ends_before_start', field: 'closesAt' }]);
  });

  it('refuses a window that the exam does not fit in, a past one and a profile without its reason, all at once', async () => {
    const now = examining.clock.now().getTime();
    const fields = school.fields({
      opensAt: new Date(now - 7_200_000).toISOString(),
      closesAt: new Date(now - 5_400_000).toISOString(),
      profile: 'strict',
    });
    expect(refusal(await examining.get(CreateEvent).run(teacher, fields))).toEqual([
      {
        code: 'window_shorter_than_duration',
        field: 'durationSeconds',
        params: { windowMinutes: 30, durationMinutes: 60 },
      },
      { code: 'in_the_past', field: 'closesAt' },
      { code: 'profile_needs_reason', field: 'profileReason' },
    ]);
  });

  it('does not know the discipline of another institution', async () => {
    const other = await School.found(examining);
    const refused = await examining.get(CreateEvent).run(teacher, school.fields({ disciplineId: other.disciplineId }));
    expect(refusal(refused)).toEqual([{ code: 'not_found', field: 'disciplineId' }]);
  });
});

describe('changing an event', () => {
  it('keeps what the change does not name', async () => {
    const id = await draft({ aids: 'Калькулятор', ...standard });
    const change = routes.updateEvent.body.parse({ durationSeconds: 1800, version: 1 });
    const changed = worth(await examining.get(UpdateEvent).run(teacher, id, change));
    expect(changed).toMatchObject({
      version: 2,
      durationSeconds: 1800,
      aids: 'Калькулятор',
      ...standard,
      profile: profiles.standard,
    });
  });

  it('tells the second of two authors, and overwrites nothing', async () => {
    const id = await draft();
    const one = examining.get(UpdateEvent).run(teacher, id, { version: 1, aids: 'first' });
    const two = examining.get(UpdateEvent).run(administrator, id, { version: 1, aids: 'second' });
    const outcomes = await Promise.all([one, two]);
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    const refused = outcomes.find((outcome) => !outcome.ok);
    expect(refused).toMatchObject({ problems: [{ code: 'changed_meanwhile', params: { version: 2 } }] });
    const { aids } = worth(await examining.get(GetEvent).run(teacher, id));
    expect(aids).toBe(outcomes[0]?.ok ? 'first' : 'second');
  });

  it('is for drafts only', async () => {
    const event = await school.announced({ teacher, approver: administrator, candidates: [candidate] });
    const refused = await examining.get(UpdateEvent).run(teacher, event.id, { version: event.version, aids: 'x' });
    expect(refusal(refused)).toMatchObject([{ code: 'not_in_this_state', params: { state: 'announced' } }]);
  });
});

describe('the way of an event', () => {
  it('says all that is missing for its announcement', async () => {
    const id = await draft(standard);
    await examining.database.manager.query(`update event set state = 'approved' where id = $1`, [id]);
    expect(codes(refusal(await move(teacher, id, 'announced')))).toEqual([
      'form_missing',
      'roster_empty',
      'proctor_missing',
    ]);
    worth(await examining.get(AssignStaff).run(teacher, id, []));
    expect(codes(refusal(await move(teacher, id, 'announced')))).toContain('examiner_missing');
  });

  it('wants no proctor where nobody is watched live', async () => {
    const id = await draft({ profile: 'light' });
    await examining.database.manager.query(`update event set state = 'approved' where id = $1`, [id]);
    expect(codes(refusal(await move(teacher, id, 'announced')))).toEqual(['form_missing', 'roster_empty']);
  });

  it('needs something in its form to be approved', async () => {
    const id = await draft();
    expect(codes(refusal(await move(administrator, id, 'approved')))).toEqual(['form_missing']);
    worth(await examining.get(SaveForm).run(teacher, id, { version: 0, items: [] }));
    expect(codes(refusal(await move(administrator, id, 'approved')))).toEqual(['form_empty']);
  });

  it('is not approved by who made it, unless there is nobody else', async () => {
    const own = worth(await examining.get(CreateEvent).run(administrator, school.fields())).id;
    const items = someItems.map((item) => ({ item }));
    worth(await examining.get(SaveForm).run(administrator, own, { version: 0, items }));
    expect(refusal(await move(administrator, own, 'approved'))).toEqual([{ code: 'own_work' }]);
    await examining.database.manager.query(`update account set status = 'disabled' where id = $1`, [senior.accountId]);
    expect(worth(await move(administrator, own, 'approved')).state).toBe('approved');
  });

  it('asks each step for its permission', async () => {
    const id = await draft();
    expect(refusal(await move(teacher, id, 'approved'))).toEqual([{ code: 'forbidden' }]);
    expect(refusal(await move(senior, id, 'cancelled', 'reason'))).toEqual([{ code: 'forbidden' }]);
    expect(refusal(await move(proctor, id, 'approved'))).toEqual([{ code: 'not_found' }]);
  });

  it('freezes profile and rule set when it is announced', async () => {
    const staff = [
      { accountId: teacher.accountId, role: 'examiner' as const },
      { accountId: proctor.accountId, role: 'proctor' as const },
    ];
    const { id } = await school.announced({ teacher, approver: senior, candidates: [candidate], staff }, standard);
    await examining.database.manager.query(`update event set profile_name = 'none' where id = $1`, [id]);
    const event = await examining.get(FindEvent).byIdForSystem(id);
    expect(event?.profile).toEqual(profiles.standard);
    expect(event?.ruleSet.values).toEqual(shippedRuleSets[0]?.values);
  });

  it('opens and closes by the clock, and tells so', async () => {
    const heard: string[] = [];
    const { id } = await school.announced({ teacher, approver: senior, candidates: [candidate] });
    const facts = async () => {
      const lines: { fact: string }[] = await examining.database.manager.query(
        `select fact from outbox where payload->>'eventId' = $1 and fact like 'event.%' order by id`,
        [id],
      );
      heard.splice(0, heard.length, ...lines.map((line) => line.fact));
      return heard;
    };
    await examining.get(TurnEvents).run();
    expect(worth(await examining.get(GetEvent).run(teacher, id)).state).toBe('announced');
    examining.clock.advance(3_600_000);
    await examining.get(TurnEvents).run();
    expect(worth(await examining.get(GetEvent).run(teacher, id)).state).toBe('open');
    examining.clock.advance(2 * 3_600_000 + 1);
    await examining.get(TurnEvents).run();
    await examining.get(TurnEvents).run();
    const event = worth(await examining.get(GetEvent).run(teacher, id));
    expect(event.history.map((step) => [step.to, step.by])).toEqual([
      ['draft', 'Әлиева Асан'],
      ['approved', 'Өтегенов Асан'],
      ['announced', 'Әлиева Асан'],
      ['open', null],
      ['closed', null],
    ]);
    expect(await facts()).toEqual(['event.announced', 'event.opened', 'event.closed']);
  });

  it('does not close over somebody who sits', async () => {
    const { id } = await school.announced({ teacher, approver: senior, candidates: [candidate] });
    await examining.heard();
    examining.clock.advance(3_600_000);
    await examining.get(TurnEvents).run();
    await examining.database.manager.query(
      `update sitting set state = 'live', started_at = now() where event_id = $1`,
      [id],
    );
    expect(refusal(await move(teacher, id, 'closed', 'Байланыс жоқ'))).toMatchObject([
      { code: 'not_in_this_state', params: { running: 1 } },
    ]);
    examining.clock.advance(3 * 3_600_000);
    await examining.get(TurnEvents).run();
    expect(worth(await examining.get(GetEvent).run(teacher, id)).state).toBe('open');
    await examining.database.manager.query(`update sitting set state = 'ended', ended_at = now() where event_id = $1`, [
      id,
    ]);
    await examining.get(TurnEvents).run();
    expect(worth(await examining.get(GetEvent).run(teacher, id)).state).toBe('closed');
  });

  it('ends early or is cancelled only with a reason', async () => {
    const { id } = await school.announced({ teacher, approver: senior, candidates: [candidate] });
    expect(codes(refusal(await move(teacher, id, 'cancelled')))).toEqual(['reason_needed']);
    const event = worth(await move(teacher, id, 'cancelled', 'Электр жарығы жоқ'));
    expect(event).toMatchObject({ state: 'cancelled', next: [] });
    expect(event.history.at(-1)).toMatchObject({ to: 'cancelled', reason: 'Электр жарығы жоқ' });
    expect(refusal(await move(teacher, id, 'draft'))).toMatchObject([{ code: 'not_in_this_state' }]);
  });

  it('is taken once when two take the same step', async () => {
    const id = await draft();
    const items = someItems.map((item) => ({ item }));
    worth(await examining.get(SaveForm).run(teacher, id, { version: 0, items }));
    const outcomes = await Promise.all([move(senior, id, 'approved'), move(administrator, id, 'approved')]);
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
  });
});

describe('the people of an event', () => {
  it('come one by one and by groups, each once', async () => {
    const id = await draft();
    const others = [await school.person('Ахметова', 'candidate'), await school.person('Жұмабаев', 'candidate')];
    const group = await school.group('ДҚ-21', [...others, candidate, teacher]);
    const added = await examining
      .get(AddCandidates)
      .run(teacher, id, { accountIds: [candidate.accountId], groupIds: [] });
    expect(worth(added)).toEqual({ added: 1, already: 0 });
    // The teacher is in the group and no candidate: the group brings its candidates only.
    const more = await examining
      .get(AddCandidates)
      .run(teacher, id, { accountIds: [candidate.accountId], groupIds: [group] });
    expect(worth(more)).toEqual({ added: 2, already: 1 });
    const roster = worth(await examining.get(ListCandidates).run(teacher, id));
    expect(roster.map((entry) => [entry.name, entry.group])).toEqual([
      ['Ахметова Асан', 'ДҚ-21'],
      ['Жұмабаев Асан', 'ДҚ-21'],
      ['Серіков Асан', 'ДҚ-21'],
    ]);
  });

  it('are known to the institution, and candidates by their role', async () => {
    const id = await draft();
    const stranger = await (await School.found(examining)).person('Бөтен', 'candidate');
    const accountIds = [candidate.accountId, stranger.accountId, proctor.accountId];
    expect(refusal(await examining.get(AddCandidates).run(teacher, id, { accountIds, groupIds: [] }))).toMatchObject([
      { code: 'not_found', field: 'accountIds.1' },
      { code: 'not_one_of', field: 'accountIds.2' },
    ]);
    expect(worth(await examining.get(ListCandidates).run(teacher, id))).toEqual([]);
  });

  it('do not both sit and serve', async () => {
    const both = await school.person('Екеуі', 'candidate', 'proctor');
    const id = await draft();
    worth(await examining.get(AddCandidates).run(teacher, id, { accountIds: [both.accountId], groupIds: [] }));
    const serving = [{ accountId: both.accountId, role: 'proctor' as const }];
    expect(refusal(await examining.get(AssignStaff).run(teacher, id, serving))).toEqual([
      { code: 'same_person', field: 'staff.0.accountId' },
    ]);
    const other = await draft();
    worth(await examining.get(AssignStaff).run(teacher, other, serving));
    const sitting = { accountIds: [both.accountId], groupIds: [] };
    expect(refusal(await examining.get(AddCandidates).run(teacher, other, sitting))).toEqual([
      { code: 'same_person', field: 'accountIds.0' },
    ]);
  });

  it('serve as what they are', async () => {
    const refused = await examining
      .get(AssignStaff)
      .run(teacher, await draft(), [{ accountId: proctor.accountId, role: 'examiner' }]);
    expect(codes(refusal(refused))).toEqual(['not_one_of']);
  });

  it('change after the announcement too, and the others hear of it', async () => {
    const { id } = await school.announced({ teacher, approver: senior, candidates: [candidate] });
    const late = await school.person('Кешіккен', 'candidate');
    worth(await examining.get(AddCandidates).run(teacher, id, { accountIds: [late.accountId], groupIds: [] }));
    const params = { id, accountId: late.accountId };
    const granted = { extraSeconds: 2400, silencedDetectors: ['CAM-01' as const] };
    expect(worth(await examining.get(UpdateCandidate).run(teacher, params, granted))).toMatchObject(granted);
    worth(await examining.get(RemoveCandidate).run(teacher, { id, accountId: candidate.accountId }));
    const lines: { fact: string; payload: object }[] = await examining.database.manager.query(
      `select fact, payload from outbox where payload->>'eventId' = $1 and fact like 'event.candidate%' order by id`,
      [id],
    );
    expect(lines).toEqual([
      { fact: 'event.candidates_added', payload: { eventId: id, accountIds: [late.accountId] } },
      { fact: 'event.candidate_changed', payload: { eventId: id, accountId: late.accountId } },
      { fact: 'event.candidate_removed', payload: { eventId: id, accountId: candidate.accountId } },
    ]);
  });

  it('stay on the roster once they have begun', async () => {
    const { id } = await school.announced({ teacher, approver: senior, candidates: [candidate] });
    await examining.heard();
    await examining.database.manager.query(
      `update sitting set state = 'live', started_at = now() where event_id = $1`,
      [id],
    );
    const refused = await examining.get(RemoveCandidate).run(teacher, { id, accountId: candidate.accountId });
    expect(codes(refusal(refused))).toEqual(['not_in_this_state']);
  });

  it('who cannot be spared stay once the event is announced', async () => {
    const { id } = await school.announced({ teacher, approver: senior, candidates: [candidate] });
    expect(codes(refusal(await examining.get(AssignStaff).run(teacher, id, [])))).toEqual(['examiner_missing']);
  });
});

describe('who sees an event', () => {
  it('is its maker, its staff and those who oversee the institution', async () => {
    const id = await draft();
    const strangers = [await school.person('Басқа', 'teacher'), proctor];
    const overseers = [
      administrator,
      senior,
      await school.person('Тіркеуші', 'registrar'),
      await school.person('Бақылаушы', 'observer'),
    ];
    for (const actor of [teacher, ...overseers]) expect((await examining.get(GetEvent).run(actor, id)).ok).toBe(true);
    for (const actor of strangers)
      expect(refusal(await examining.get(GetEvent).run(actor, id))).toEqual([{ code: 'not_found' }]);
    worth(await examining.get(AssignStaff).run(teacher, id, [{ accountId: proctor.accountId, role: 'proctor' }]));
    expect(worth(await examining.get(GetEvent).run(proctor, id)).next).toEqual([]);
  });

  it('is nobody of another institution, whatever the role', async () => {
    const id = await draft();
    const foreign = await (await School.found(examining)).person('Шетел', 'institution_administrator');
    expect(refusal(await examining.get(GetEvent).run(foreign, id))).toEqual([{ code: 'not_found' }]);
    expect(refusal(await move(foreign, id, 'approved'))).toEqual([{ code: 'not_found' }]);
    expect(await examining.get(FindEvent).byId(foreign, id)).toBeNull();
    expect((await examining.get(ListEvents).run(foreign, firstPage)).total).toBe(0);
    expect(await examining.get(ListDisciplines).run(foreign)).toHaveLength(1);
  });

  it('finds it by title and discipline, by state, and page by page', async () => {
    const one = await draft({ title: { kk: '100% дайындық', ru: 'Готовность', en: 'Readiness' } });
    await draft();
    await draft();
    const list = examining.get(ListEvents);
    expect((await list.run(teacher, { ...firstPage, search: '100%' })).rows.map((row) => row.id)).toEqual([one]);
    expect((await list.run(teacher, { ...firstPage, search: 'db-101' })).total).toBe(3);
    expect((await list.run(teacher, { ...firstPage, search: '_' })).total).toBe(0);
    expect((await list.run(teacher, { ...firstPage, state: 'open' })).total).toBe(0);
    expect(await list.run(teacher, { page: 2, pageSize: 2 })).toMatchObject({ total: 3, rows: [{}] });
    expect(await list.run(teacher, { page: 9, pageSize: 2 })).toMatchObject({ total: 3, rows: [] });
    expect((await list.run(administrator, { ...firstPage, mine: true })).total).toBe(0);
    const page = await list.run(administrator, firstPage);
    expect(routes.listEvents.answer.parse(page)).toEqual(page);
  });
});

describe('what events are made of', () => {
  it('comes with the product, its unverified values named', async () => {
    const [ruleSet] = await examining.get(ListRuleSets).run(teacher);
    const { validFrom: _, ...shipped } = shippedRuleSets[0]!;
    expect(ruleSet).toEqual(shipped);
    expect(ruleSet?.unverified).toContain('rounding');
  });

  it('has a discipline of each code once', async () => {
    const name = { kk: 'Желілер', ru: 'Сети', en: 'Networks' };
    const made = worth(await examining.get(CreateDiscipline).run(administrator, { code: 'NET-1', name }));
    expect(await examining.get(ListDisciplines).run(teacher)).toContainEqual(made);
    const again = await examining.get(CreateDiscipline).run(administrator, { code: 'NET-1', name });
    expect(refusal(again)).toEqual([{ code: 'already_exists', field: 'code' }]);
  });
});
