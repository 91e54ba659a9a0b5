import { candidateTexts } from './candidate';
import { commonTexts } from './common';
import { consentTexts } from './consent';
import { documentsTexts } from './documents';
import { flagsTexts } from './flags';
import { journalTexts } from './journal';
import { mailTexts } from './mail';
import { peopleTexts } from './people';
import { problemsTexts } from './problems';
import { proctorTexts } from './proctor';
import { reviewTexts } from './review';
import { scheduleTexts } from './schedule';
import { staffTexts } from './staff';

/** Every text that a person reads, in kk, ru and en. A key stands in one part only. */
export const catalogue = {
  ...commonTexts,
  ...candidateTexts,
  ...consentTexts,
  ...documentsTexts,
  ...flagsTexts,
  ...journalTexts,
  ...mailTexts,
  ...peopleTexts,
  ...problemsTexts,
  ...proctorTexts,
  ...reviewTexts,
  ...scheduleTexts,
  ...staffTexts,
};

export const catalogueParts = [
  commonTexts,
  candidateTexts,
  consentTexts,
  documentsTexts,
  flagsTexts,
  journalTexts,
  mailTexts,
  peopleTexts,
  problemsTexts,
  proctorTexts,
  reviewTexts,
  scheduleTexts,
  staffTexts,
] as const;

export type TextKey = Extract<keyof typeof catalogue, string>;
