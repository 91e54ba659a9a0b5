import { defineTexts } from '../wording';

export const proctorTexts = defineTexts({});
