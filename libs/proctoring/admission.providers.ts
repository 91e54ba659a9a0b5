import type { Provider } from '@nestjs/common';

import { EndSitting } from './sitting/end-sitting';
import { SittingRows } from './sitting/sitting-rows';

/** The candidate's half: admission, the sitting and its time. */
export const admissionProviders: Provider[] = [EndSitting, SittingRows];
