import { defineTexts } from '../wording';
import { candidateAdmissionTexts } from './candidate/admission';
import { candidateExamTexts } from './candidate/exam';
import { candidateRecordTexts } from './candidate/record';

/** What a candidate reads, from the list of exams to the record of one. */
export const candidateTexts = defineTexts({
  ...candidateAdmissionTexts,
  ...candidateExamTexts,
  ...candidateRecordTexts,
});
