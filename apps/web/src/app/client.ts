import { QueryClient } from '@tanstack/react-query';

import { ProblemError } from '../api/call';

export const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays one; a line that is down is tried again, for as long as somebody looks.
      retry: (count, error) => error instanceof ProblemError && error.offline && count < 3,
      retryDelay: (count) => Math.min(1000 * 2 ** count, 8000),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
