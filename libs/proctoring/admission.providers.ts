import type { Provider } from '@nestjs/common';

/** The candidate's half: admission, the sitting and its time. */
export const admissionProviders: Provider[] = [];
