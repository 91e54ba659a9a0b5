import { defineTexts } from '../wording';

export const mailTexts = defineTexts({});
