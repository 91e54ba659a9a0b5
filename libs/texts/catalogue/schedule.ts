import { defineTexts } from '../wording';

export const scheduleTexts = defineTexts({});
