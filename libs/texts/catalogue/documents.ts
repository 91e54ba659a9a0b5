import { defineTexts } from '../wording';

export const documentsTexts = defineTexts({});
