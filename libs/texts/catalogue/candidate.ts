import { defineTexts } from '../wording';

export const candidateTexts = defineTexts({});
