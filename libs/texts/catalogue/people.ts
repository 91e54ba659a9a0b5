import { defineTexts } from '../wording';

export const peopleTexts = defineTexts({});
