import { defineTexts } from '../wording';

export const flagsTexts = defineTexts({});
