import { SaveForm } from '@aigaq/exams';
import type { Clock } from '@aigaq/kernel';
import { CLOCK, Database } from '@aigaq/platform';
import {
  AddCandidates,
  AssignStaff,
  CreateDiscipline,
  CreateEvent,
  ListDisciplines,
  MoveEvent,
  shippedRuleSets,
  TurnEvents,
  UpdateCandidate,
} from '@aigaq/schedule';
import { Inject, Injectable } from '@nestjs/common';

import { databases, type DemoExam, networks } from './exams';
import { actorIn, type DemoCollege } from './seed-people';
import { worthOf } from './worth-of';

const hour = 3_600_000;
const windowMilliseconds = 8 * hour;
/** An exam that closes sooner cannot be shown from its beginning to its end. */
const leastLeftMilliseconds = 1.5 * hour;

/** The exams of the demonstration, made by the same use cases, and by the same people, as any other. */
@Injectable()
export class SeedExams {
  constructor(
    private readonly database: Database,
    private readonly listDisciplines: ListDisciplines,
    private readonly createDiscipline: CreateDiscipline,
    private readonly createEvent: CreateEvent,
    private readonly saveForm: SaveForm,
    private readonly addCandidates: AddCandidates,
    private readonly updateCandidate: UpdateCandidate,
    private readonly assignStaff: AssignStaff,
    private readonly moveEvent: MoveEvent,
    private readonly turnEvents: TurnEvents,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Whenever no exam is open for long enough, one is opened; the draft is made once. */
  async run(demo: DemoCollege): Promise<void> {
    const now = this.clock.now().getTime();
    if (!(await this.isOpen(demo, now + leastLeftMilliseconds))) await this.open(demo, now);
    if (!(await this.exists(demo, networks))) {
      const opensAt = now + 7 * 24 * hour;
      await this.draft(demo, networks, opensAt, opensAt + 4 * hour);
    }
  }

  private async open(demo: DemoCollege, now: number): Promise<void> {
    const teacher = actorIn(demo.actors, 'teacher');
    const eventId = await this.draft(demo, databases, now, now + windowMilliseconds);
    const staff = [
      { accountId: teacher.accountId, role: 'examiner' as const },
      { accountId: actorIn(demo.actors, 'proctor').accountId, role: 'proctor' as const },
      { accountId: actorIn(demo.actors, 'senior').accountId, role: 'senior_proctor' as const },
    ];
    worthOf(await this.assignStaff.run(teacher, eventId, staff));
    const { accountId } = actorIn(demo.actors, 'candidate6');
    const accommodation = { extraSeconds: 900, silencedDetectors: [] };
    worthOf(await this.updateCandidate.run(teacher, { id: eventId, accountId }, accommodation));
    worthOf(await this.moveEvent.run(actorIn(demo.actors, 'admin'), eventId, 'approved', ''));
    worthOf(await this.moveEvent.run(teacher, eventId, 'announced', ''));
    await this.turnEvents.run();
  }

  private async draft(demo: DemoCollege, exam: DemoExam, opensAt: number, closesAt: number): Promise<string> {
    const teacher = actorIn(demo.actors, 'teacher');
    const fields = {
      ...exam.fields,
      disciplineId: await this.discipline(demo, exam),
      ruleSetId: shippedRuleSets[0]?.id ?? '',
      opensAt: new Date(opensAt).toISOString(),
      closesAt: new Date(closesAt).toISOString(),
    };
    const { id } = worthOf(await this.createEvent.run(teacher, fields));
    const items = exam.items.map((item) => ({ item }));
    worthOf(await this.saveForm.run(teacher, id, { version: 0, items }));
    worthOf(await this.addCandidates.run(teacher, id, { accountIds: [], groupIds: [demo.groupId] }));
    return id;
  }

  private async discipline(demo: DemoCollege, { discipline }: DemoExam): Promise<string> {
    const admin = actorIn(demo.actors, 'admin');
    const known = (await this.listDisciplines.run(admin)).find(({ code }) => code === discipline.code);
    return known?.id ?? worthOf(await this.createDiscipline.run(admin, discipline)).id;
  }

  private isOpen(demo: DemoCollege, until: number): Promise<boolean> {
    return this.exists(demo, databases, `and e.state in ('announced', 'open') and e.closes_at >= $3`, new Date(until));
  }

  private async exists(
    demo: DemoCollege,
    { discipline }: DemoExam,
    more = '',
    ...parameters: Date[]
  ): Promise<boolean> {
    const { institutionId } = actorIn(demo.actors, 'admin');
    const lines: unknown[] = await this.database.manager.query(
      `select 1 from event e join discipline d on d.id = e.discipline_id
       where e.institution_id = $1 and d.code = $2 ${more} limit 1`,
      [institutionId, discipline.code, ...parameters],
    );
    return lines.length > 0;
  }
}
