import { defineTexts } from '../wording';

export const consentTexts = defineTexts({});
