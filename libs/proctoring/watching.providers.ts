import type { Provider } from '@nestjs/common';

/** The staff's half: watching, review, decisions and media. */
export const watchingProviders: Provider[] = [];
