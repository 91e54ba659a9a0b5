import { randomUUID } from 'node:crypto';

import { type AuthoredItem, type PresentedItem, type Response, routes } from '@aigaq/contracts';
import {
  Forms,
  GetForm,
  GradeAttempt,
  ListResults,
  MyExam,
  MyReceipt,
  ReviewAttempt,
  SaveForm,
  SubmitExam,
} from '@aigaq/exams';
import { newId } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import {
  EndByProctor,
  MySittings,
  PauseSitting,
  ReadSittings,
  ResumeSitting,
  StartSitting,
  SweepSittings,
  TakeReport,
} from '@aigaq/proctoring';
import { CreateEvent, MoveEvent } from '@aigaq/schedule';

import { type Examining, refusal, School, someItems, startExamining, worth } from '../support/examining';

let examining: Examining;
let school: School;
let teacher: Actor;
let senior: Actor;
let proctor: Actor;
let candidate: Actor;

beforeAll(async () => {
  examining = await startExamining();
});
afterAll(() => examining.stop());

beforeEach(async () => {
  school = await School.found(examining);
  teacher = await school.person('Әлиева', 'teacher');
  senior = await school.person('Өтегенов', 'senior_proctor');
  proctor = await school.person('Ибраев', 'proctor');
  candidate = await school.person('Серіков', 'candidate');
});

const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);
const items = (...list: AuthoredItem[]) => list.map((item) => ({ item }));

describe('the form of an event', () => {
  async function draft(): Promise<string> {
    return worth(await examining.get(CreateEvent).run(teacher, school.fields())).id;
  }

  it('is empty at first, and each item keeps its id when it is saved again', async () => {
    const id = await draft();
    expect(worth(await examining.get(GetForm).run(teacher, id))).toMatchObject({
      version: 0,
      editable: true,
      items: [],
    });
    const saved = worth(await examining.get(SaveForm).run(teacher, id, { version: 0, items: items(...someItems) }));
    expect(saved).toMatchObject({ version: 1, totalPoints: 10 });
    const turned = [...saved.items].reverse().map(({ id: itemId, item }) => ({ id: itemId, item }));
    const again = worth(await examining.get(SaveForm).run(teacher, id, { version: 1, items: turned.slice(1) }));
    expect(again.items.map((line) => [line.position, line.id])).toEqual(
      turned.slice(1).map((line, at) => [at + 1, line.id]),
    );
    expect(routes.getForm.answer.parse(again)).toEqual(again);
  });

  it('tells the second of two authors, and overwrites nothing', async () => {
    const id = await draft();
    const [one, two] = someItems as [AuthoredItem, AuthoredItem];
    const outcomes = await Promise.all([
      examining.get(SaveForm).run(teacher, id, { version: 0, items: items(one) }),
      examining.get(SaveForm).run(teacher, id, { version: 0, items: items(one, two) }),
    ]);
    expect(outcomes.map((outcome) => outcome.ok).sort()).toEqual([false, true]);
    expect(outcomes.find((outcome) => !outcome.ok)).toMatchObject({
      problems: [{ code: 'changed_meanwhile', params: { version: 1 } }],
    });
  });

  it('names each item that could not be answered', async () => {
    const id = await draft();
    const [choice] = someItems as [Extract<AuthoredItem, { type: 'choice' }>];
    const wrong = { version: 0, items: items(choice, { ...choice, correct: 'z' }) };
    expect(refusal(await examining.get(SaveForm).run(teacher, id, wrong))).toEqual([
      { code: 'no_correct_option', field: 'items.1.item.correct' },
    ]);
    const foreign = { version: 0, items: [{ id: randomUUID(), item: choice }] };
    expect(codes(refusal(await examining.get(SaveForm).run(teacher, id, foreign)))).toEqual(['not_found']);
  });

  it('stands still once it is approved', async () => {
    const id = await draft();
    worth(await examining.get(SaveForm).run(teacher, id, { version: 0, items: items(...someItems) }));
    worth(await examining.get(MoveEvent).run(senior, id, 'approved', ''));
    const refused = await examining.get(SaveForm).run(teacher, id, { version: 1, items: [] });
    expect(codes(refusal(refused))).toEqual(['not_in_this_state']);
    expect(worth(await examining.get(GetForm).run(teacher, id)).editable).toBe(false);
    worth(await examining.get(MoveEvent).run(teacher, id, 'draft', ''));
    expect(worth(await examining.get(SaveForm).run(teacher, id, { version: 1, items: [] })).items).toEqual([]);
  });

  it('is shown to its makers, not to whoever serves at the event or to another institution', async () => {
    const { id } = await announced();
    const foreign = await (await School.found(examining)).person('Бөтен', 'teacher');
    for (const actor of [foreign, proctor, await school.person('Басқа', 'teacher')])
      expect(refusal(await examining.get(GetForm).run(actor, id))).toEqual([{ code: 'not_found' }]);
  });
});

/** One person in the exam, with a browser that numbers what it says. */
class Sitter {
  readonly deviceId = randomUUID();
  private sequence = 0;
  items: PresentedItem[] = [];

  constructor(
    readonly actor: Actor,
    readonly sittingId: string,
  ) {}

  async start(): Promise<this> {
    await examining.database.manager.query(`update sitting set state = 'ready' where id = $1`, [this.sittingId]);
    worth(await examining.get(StartSitting).run(this.actor, this.sittingId, this.deviceId));
    ({ items: this.items } = worth(await examining.get(MyExam).run(this.actor, this.sittingId)));
    return this;
  }

  item(position: number): string {
    return this.items[position - 1]?.id ?? '';
  }

  entry(position: number, response: Response, at = examining.clock.now()) {
    this.sequence += 1;
    const itemId = this.item(position);
    return { kind: 'answer' as const, sequence: this.sequence, at: at.toISOString(), itemId, response, flagged: false };
  }

  async send(...entries: ReturnType<Sitter['entry']>[]) {
    const { sittingId, deviceId } = this;
    return worth(await examining.get(TakeReport).run(this.actor, { sittingId, deviceId, entries, known: 0 }));
  }

  /** Says what the right answers are, and an essay. */
  async answerAll(): Promise<void> {
    await this.send(
      this.entry(1, { type: 'choice', selected: 'b' }),
      this.entry(1, { type: 'choice', selected: 'a' }),
      this.entry(2, { type: 'multiple_choice', selected: ['b', 'a'] }),
      this.entry(3, { type: 'text_entry', text: ' select ' }),
      this.entry(4, { type: 'extended_text', text: 'Нормалдау артықшылықты жояды.' }),
    );
  }

  submit() {
    const { deviceId, sequence: lastSequence } = this;
    return examining.get(SubmitExam).run(this.actor, this.sittingId, { deviceId, lastSequence });
  }

  async review() {
    return worth(await examining.get(ReviewAttempt).run(teacher, this.sittingId));
  }
}

async function announced(candidates = [candidate]) {
  const staff = [
    { accountId: teacher.accountId, role: 'examiner' as const },
    { accountId: proctor.accountId, role: 'proctor' as const },
  ];
  const event = await school.announced({ teacher, approver: senior, candidates, staff });
  await examining.heard();
  return event;
}

async function seat(): Promise<Sitter> {
  const { id } = await announced();
  examining.clock.advance(3_600_000);
  return new Sitter(candidate, await sittingOf(id)).start();
}

async function sittingOf(eventId: string): Promise<string> {
  const [line]: { id: string }[] = await examining.database.manager.query(
    'select id from sitting where event_id = $1 and account_id = $2',
    [eventId, candidate.accountId],
  );
  return line?.id ?? '';
}

describe('the own exam', () => {
  it('shows its items in their order without the keys, and only while it runs', async () => {
    const { id } = await announced();
    const sittingId = await sittingOf(id);
    expect(codes(refusal(await examining.get(MyExam).run(candidate, sittingId)))).toEqual(['not_in_this_state']);
    examining.clock.advance(3_600_000);
    const sitter = await new Sitter(candidate, sittingId).start();
    expect(sitter.items.map(({ position, type }) => [position, type])).toEqual([
      [1, 'choice'],
      [2, 'multiple_choice'],
      [3, 'text_entry'],
      [4, 'extended_text'],
    ]);
    for (const key of ['correct', 'accepted', 'SELECT', 'guidance', 'Аномалиялар'])
      expect(JSON.stringify(sitter.items)).not.toContain(key);
    worth(await sitter.submit());
    expect(codes(refusal(await examining.get(MyExam).run(candidate, sittingId)))).toEqual(['attempt_over']);
  });

  it('is nobody else’s', async () => {
    const sitter = await seat();
    const other = await school.person('Басқа', 'candidate');
    expect(refusal(await examining.get(MyExam).run(other, sitter.sittingId))).toEqual([{ code: 'not_found' }]);
    const { deviceId } = sitter;
    const taken = await examining.get(SubmitExam).run(other, sitter.sittingId, { deviceId, lastSequence: 0 });
    expect(refusal(taken)).toEqual([{ code: 'not_found' }]);
    expect(refusal(await examining.get(MyReceipt).run(other, sitter.sittingId))).toEqual([{ code: 'not_found' }]);
  });

  it('comes back with the answer that was given last, whatever arrived last', async () => {
    const sitter = await seat();
    const first = sitter.entry(1, { type: 'choice', selected: 'b' });
    examining.clock.advance(1000);
    const second = sitter.entry(1, { type: 'choice', selected: 'a' });
    await sitter.send(second);
    await sitter.send(first);
    const { answers } = worth(await examining.get(MyExam).run(candidate, sitter.sittingId));
    expect(answers).toMatchObject([{ itemId: sitter.item(1), response: { selected: 'a' } }]);
    expect((await sitter.review()).items[0]?.history).toHaveLength(2);
  });

  it('keeps answers to what it does not ask as reports, and counts none of them', async () => {
    const sitter = await seat();
    const strange = { ...sitter.entry(1, { type: 'text_entry', text: 'a' }) };
    const unknown = { ...sitter.entry(1, { type: 'choice', selected: 'a' }), itemId: randomUUID() };
    expect(await sitter.send(strange, unknown)).toMatchObject({ acceptedThrough: 2, late: [] });
    expect((await sitter.review()).items[0]).toMatchObject({ response: null, history: [] });
  });

  it('is paused and goes on with its sitting', async () => {
    const sitter = await seat();
    const command = { commandId: randomUUID(), sittingId: sitter.sittingId, reason: 'Құжатты тексеру' };
    worth(await examining.get(PauseSitting).run(proctor, command));
    await examining.heard();
    expect((await sitter.review()).state).toBe('paused');
    worth(await examining.get(ResumeSitting).run(proctor, { ...command, commandId: randomUUID() }));
    await examining.heard();
    expect((await sitter.review()).state).toBe('open');
  });

  it('tells the candidate how many items there are', async () => {
    const { id } = await announced();
    const sitting = worth(await examining.get(MySittings).one(candidate, await sittingOf(id)));
    expect(sitting).toMatchObject({ event: { items: 4 }, receiptNumber: null });
    expect(await examining.get(Forms).countItems(randomUUID())).toBeNull();
  });
});

describe('handing in', () => {
  it('gives a receipt, and the same one a second time', async () => {
    const sitter = await seat();
    await sitter.answerAll();
    const receipt = worth(await sitter.submit());
    expect(receipt).toMatchObject({ answered: 4, items: 4, how: 'submitted' });
    expect(worth(await sitter.submit())).toEqual(receipt);
    await examining.heard();
    expect(worth(await sitter.submit())).toEqual(receipt);
    expect(worth(await examining.get(MyReceipt).run(candidate, sitter.sittingId))).toEqual(receipt);
    const sitting = worth(await examining.get(MySittings).one(candidate, sitter.sittingId));
    expect(sitting).toMatchObject({ state: 'ended', receiptNumber: receipt.number });
  });

  it('gives one receipt to two clicks at once', async () => {
    const sitter = await seat();
    await sitter.answerAll();
    const [one, two] = await Promise.all([sitter.submit(), sitter.submit()]);
    expect(worth(one)).toEqual(worth(two));
  });

  it('waits for what the browser has not sent yet', async () => {
    const sitter = await seat();
    await sitter.send(sitter.entry(1, { type: 'choice', selected: 'a' }));
    sitter.entry(2, { type: 'multiple_choice', selected: ['a'] });
    expect(refusal(await sitter.submit())).toEqual([
      { code: 'too_early', field: 'lastSequence', params: { acceptedThrough: 1 } },
    ]);
    expect((await examining.get(ReadSittings).byId(sitter.sittingId))?.state).toBe('live');
  });

  it('is not for a browser that lost the sitting, nor for who never began', async () => {
    const sitter = await seat();
    const body = { deviceId: randomUUID(), lastSequence: 0 };
    expect(codes(refusal(await examining.get(SubmitExam).run(candidate, sitter.sittingId, body)))).toEqual([
      'other_device',
    ]);
    const { id } = await announced();
    const waiting = await examining.get(SubmitExam).run(candidate, await sittingOf(id), body);
    expect(codes(refusal(waiting))).toEqual(['nothing_to_submit']);
  });

  it('keeps what comes after it as late, and leaves receipt and marks alone', async () => {
    const sitter = await seat();
    const kept = sitter.entry(1, { type: 'choice', selected: 'a' });
    await sitter.send(kept);
    const receipt = worth(await sitter.submit());
    const after = sitter.entry(1, { type: 'choice', selected: 'b' });
    expect(await sitter.send(after)).toMatchObject({ late: [after.sequence] });
    const review = await sitter.review();
    expect(review).toMatchObject({ receipt, items: [{ response: { selected: 'a' }, points: 2 }, {}, {}, {}] });
    expect(review.items[0]?.history.map((version) => version.late)).toEqual([false, true]);
  });
});

describe('the end of the time', () => {
  it('hands in what is there, once, and marks late answers as late without dropping them', async () => {
    const sitter = await seat();
    await sitter.send(sitter.entry(1, { type: 'choice', selected: 'a' }));
    examining.clock.advance(3_600_000 + 10_000);
    await examining.get(SweepSittings).run();
    await examining.heard();
    const late = sitter.entry(1, { type: 'choice', selected: 'b' });
    expect(await sitter.send(late)).toMatchObject({ late: [late.sequence] });
    const review = await sitter.review();
    expect(review).toMatchObject({ state: 'expired', receipt: { how: 'expired', answered: 1 }, result: null });
    expect(review.items[0]).toMatchObject({ response: { selected: 'a' }, points: 2, automatic: true });
    expect(review.items[0]?.history.map((version) => version.late)).toEqual([false, true]);
    // The essay is empty, but a browser may still have one: a person looks before it is worth nothing.
    expect(review.items[3]).toMatchObject({ points: null });
    expect(worth(await sitter.submit())).toEqual(review.receipt);
  });

  it('counts what was answered in time and could only be sent afterwards', async () => {
    const sitter = await seat();
    const { sittingId } = sitter;
    const answer = sitter.entry(1, { type: 'choice', selected: 'a' });
    const lost = examining.clock.now();
    await examining.database.manager.query(
      `update sitting set connection = 'lost', connection_since = $2 where id = $1`,
      [sittingId, lost],
    );
    // Past what is given back for the lost line, too.
    examining.clock.advance(2 * 3_600_000);
    await examining.get(SweepSittings).run();
    await examining.heard();
    const before = await sitter.review();
    expect(before).toMatchObject({ receipt: { answered: 0 }, items: [{ points: 0 }, {}, {}, {}] });
    expect(await sitter.send(answer)).toMatchObject({ late: [] });
    const after = await sitter.review();
    expect(after).toMatchObject({ receipt: { answered: 1, how: 'expired' }, items: [{ points: 2 }, {}, {}, {}] });
    expect(after.receipt?.sha256).not.toBe(before.receipt?.sha256);
  });

  it('may be brought about by a proctor', async () => {
    const sitter = await seat();
    await sitter.answerAll();
    const command = { commandId: randomUUID(), sittingId: sitter.sittingId, reason: 'Бөгде адам отыр' };
    worth(await examining.get(EndByProctor).run(proctor, command));
    await examining.heard();
    expect(await sitter.review()).toMatchObject({
      state: 'expired',
      receipt: { how: 'ended_by_proctor', answered: 4 },
    });
  });
});

describe('marking', () => {
  async function submitted(): Promise<Sitter> {
    const sitter = await seat();
    await sitter.answerAll();
    worth(await sitter.submit());
    return sitter;
  }

  it('computes what can be computed and adds up when a person has read the rest', async () => {
    const sitter = await submitted();
    const before = await sitter.review();
    expect(before).toMatchObject({ state: 'submitted', result: null });
    expect(before.items.map(({ points, automatic }) => [points, automatic])).toEqual([
      [2, true],
      [3, true],
      [1, true],
      [null, false],
    ]);
    const grades = [{ itemId: sitter.item(4), points: 2.95, comment: 'Мысал жоқ' }];
    const after = worth(await examining.get(GradeAttempt).run(teacher, sitter.sittingId, grades));
    expect(after).toMatchObject({
      state: 'graded',
      result: { points: 8.95, maximum: 10, percent: 90, letter: 'A-', passed: true },
    });
    expect(after.items[3]).toMatchObject({ by: 'Әлиева Асан', automatic: false, comment: 'Мысал жоқ' });
    expect(routes.reviewAttempt.answer.parse(after)).toEqual(after);
    const facts: unknown[] = await examining.database.manager.query(
      `select 1 from outbox where fact = 'attempt.graded' and payload->>'sittingId' = $1`,
      [sitter.sittingId],
    );
    expect(facts).toHaveLength(1);
  });

  it('refuses points above the maximum and items of another form, and writes none of them', async () => {
    const sitter = await submitted();
    const grades = [
      { itemId: sitter.item(1), points: 1, comment: '' },
      { itemId: sitter.item(4), points: 4.5, comment: '' },
      { itemId: newId(), points: 1, comment: '' },
    ];
    expect(refusal(await examining.get(GradeAttempt).run(teacher, sitter.sittingId, grades))).toEqual([
      { code: 'points_above_maximum', field: 'grades.1.points', params: { maximum: 4 } },
      { code: 'wrong_item', field: 'grades.2.itemId' },
    ]);
    expect((await sitter.review()).items[0]).toMatchObject({ points: 2, automatic: true });
  });

  it('lets a person overrule a computed mark and change his own, keeping every mark', async () => {
    const sitter = await submitted();
    const grade = (position: number, points: number) =>
      examining
        .get(GradeAttempt)
        .run(teacher, sitter.sittingId, [{ itemId: sitter.item(position), points, comment: '' }]);
    worth(await grade(4, 4));
    worth(await grade(1, 1));
    const review = worth(await grade(1, 0.5));
    expect(review.result).toMatchObject({ points: 8.5, percent: 85, letter: 'B+' });
    const marks: { points: number }[] = await examining.database.manager.query(
      'select points from grade where sitting_id = $1 and item_id = $2 order by id',
      [sitter.sittingId, sitter.item(1)],
    );
    expect(marks.map(({ points }) => points)).toEqual([2, 1, 0.5]);
  });

  it('waits for the end of the exam', async () => {
    const sitter = await seat();
    const grades = [{ itemId: sitter.item(1), points: 1, comment: '' }];
    expect(codes(refusal(await examining.get(GradeAttempt).run(teacher, sitter.sittingId, grades)))).toEqual([
      'not_in_this_state',
    ]);
  });

  it('lists how the attempts stand, without an answer, for those who may mark them', async () => {
    const sitter = await submitted();
    const sitting = await examining.get(ReadSittings).byId(sitter.sittingId);
    const list = (actor: Actor) => examining.get(ListResults).run(actor, sitting?.eventId ?? '');
    const found = worth(await list(teacher));
    expect(found).toEqual([{ sittingId: sitter.sittingId, state: 'submitted', result: null }]);
    expect(routes.listResults.answer.parse(found)).toEqual(found);
    expect(refusal(await list(proctor))).toEqual([{ code: 'not_found' }]);
  });

  it('is for the examiner of the event, never for the own work', async () => {
    const sitter = await submitted();
    const foreign = await (await School.found(examining)).person('Бөтен', 'teacher');
    for (const actor of [foreign, await school.person('Басқа', 'teacher'), proctor])
      expect(refusal(await examining.get(ReviewAttempt).run(actor, sitter.sittingId))).toEqual([{ code: 'not_found' }]);
    const both = { ...candidate, roles: [...candidate.roles, ...senior.roles] };
    expect(refusal(await examining.get(ReviewAttempt).run(both, sitter.sittingId))).toEqual([{ code: 'own_work' }]);
  });

  it('becomes final with the decision', async () => {
    const sitter = await submitted();
    const grades = [{ itemId: sitter.item(4), points: 4, comment: '' }];
    worth(await examining.get(GradeAttempt).run(teacher, sitter.sittingId, grades));
    await examining.database.transaction((tx) =>
      tx.publish('decision.reached', { sittingId: sitter.sittingId, outcome: 'cleared' }),
    );
    await examining.heard();
    expect((await sitter.review()).state).toBe('final');
    const again = await examining.get(GradeAttempt).run(teacher, sitter.sittingId, grades);
    expect(codes(refusal(again))).toEqual(['not_in_this_state']);
  });
});
