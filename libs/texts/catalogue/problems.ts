import { defineTexts } from '../wording';

export const problemsTexts = defineTexts({});
