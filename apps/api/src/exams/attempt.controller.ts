import { type AnswerOf, type AttemptReview, type Outcome, type Receipt, routes } from '@aigaq/contracts';
import { GradeAttempt, ListResults, MyExam, MyReceipt, ReviewAttempt, SubmitExam } from '@aigaq/exams';
import { Controller } from '@nestjs/common';

import { type Call, Handle } from '../http/handle';

@Controller()
export class AttemptController {
  constructor(
    private readonly exam: MyExam,
    private readonly submitExam: SubmitExam,
    private readonly receipt: MyReceipt,
    private readonly reviewAttempt: ReviewAttempt,
    private readonly listResults: ListResults,
    private readonly gradeAttempt: GradeAttempt,
  ) {}

  @Handle(routes.myExam)
  myExam({ actor, params }: Call<typeof routes.myExam>): Promise<Outcome<AnswerOf<typeof routes.myExam>>> {
    return this.exam.run(actor, params.id);
  }

  @Handle(routes.submit)
  submit({ actor, params, body }: Call<typeof routes.submit>): Promise<Outcome<Receipt>> {
    return this.submitExam.run(actor, params.id, body);
  }

  @Handle(routes.myReceipt)
  myReceipt({ actor, params }: Call<typeof routes.myReceipt>): Promise<Outcome<Receipt>> {
    return this.receipt.run(actor, params.id);
  }

  @Handle(routes.reviewAttempt)
  review({ actor, params }: Call<typeof routes.reviewAttempt>): Promise<Outcome<AttemptReview>> {
    return this.reviewAttempt.run(actor, params.id);
  }

  @Handle(routes.listResults)
  results({ actor, params }: Call<typeof routes.listResults>): Promise<Outcome<AnswerOf<typeof routes.listResults>>> {
    return this.listResults.run(actor, params.id);
  }

  @Handle(routes.grade)
  grade({ actor, params, body }: Call<typeof routes.grade>): Promise<Outcome<AttemptReview>> {
    return this.gradeAttempt.run(actor, params.id, body.grades);
  }
}
