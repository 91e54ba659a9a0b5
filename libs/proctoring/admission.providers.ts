import type { Provider } from '@nestjs/common';

import { EndSitting } from './end-sitting';

/** The candidate's half: admission, the sitting and its time. */
export const admissionProviders: Provider[] = [EndSitting];
