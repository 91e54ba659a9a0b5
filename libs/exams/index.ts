import './facts';

export { ExamWork } from './exam-work';
export { ExamsModule } from './exams.module';
export { Forms } from './forms';
export { GetForm } from './get-form';
export { GradeAttempt } from './grade-attempt';
export { ListResults } from './list-results';
export { MyExam } from './my-exam';
export { MyReceipt } from './my-receipt';
export { examEntities, examMigrations } from './persistence/schema';
export { ReviewAttempt } from './review-attempt';
export { SaveForm } from './save-form';
export { SubmitExam } from './submit-exam';
