import { PeopleModule } from '@aigaq/people';
import { ProctoringModule } from '@aigaq/proctoring';
import { ScheduleModule } from '@aigaq/schedule';
import { Module } from '@nestjs/common';

import { ExamWork } from './exam-work';
import { FollowSittings } from './follow-sittings';
import { Forms } from './forms';
import { GetForm } from './get-form';
import { GradeAttempt } from './grade-attempt';
import { ListResults } from './list-results';
import { MyExam } from './my-exam';
import { MyReceipt } from './my-receipt';
import { ReviewAttempt } from './review-attempt';
import { SaveForm } from './save-form';
import { SettleAttempt } from './settle-attempt';
import { SubmitExam } from './submit-exam';

const services = [
  ...[Forms, GetForm, SaveForm, ExamWork, MyExam, SubmitExam, MyReceipt],
  ...[ReviewAttempt, ListResults, GradeAttempt],
];

/** Forms, answers, marks: what is worked on in a room that proctoring watches. */
@Module({
  imports: [PeopleModule, ScheduleModule, ProctoringModule],
  providers: [...services, SettleAttempt, FollowSittings],
  exports: services,
})
export class ExamsModule {}
