import { defineTexts } from '../wording';

export const staffTexts = defineTexts({});
