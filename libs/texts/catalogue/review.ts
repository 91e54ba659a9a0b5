import { defineTexts } from '../wording';

export const reviewTexts = defineTexts({});
