import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

import { routes, type AnswerOf, type Me, type Permission } from '@aigaq/contracts';

import { call, ProblemError, setCsrfToken } from '../api/call';

type Session = AnswerOf<typeof routes.me> | null;

/** Who is signed in; null for nobody. Read once, afterwards kept by sign-in and sign-out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session> => {
    try {
      const session = await call(routes.me);
      setCsrfToken(session.csrfToken);
      return session;
    } catch (error) {
      if (error instanceof ProblemError && (error.has('not_signed_in') || error.has('second_factor_needed')))
        return null;
      throw error;
    }
  },
  staleTime: Infinity,
  gcTime: Infinity,
});

/** The person who is signed in; only below the routes that ask for one. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw new ProblemError([{ code: 'not_signed_in' }], 401);
  return data.me;
}

/** Whether the person may do something: hides what would be refused, the server decides. */
export function useCan(): (permission: Permission) => boolean {
  const me = useMe();
  return useCallback((permission: Permission) => me.permissions.includes(permission), [me]);
}

/** Keeps the session in step with what a request answered. */
export function useSetSession(): (session: Session) => void {
  const client = useQueryClient();
  return useCallback(
    (session: Session) => {
      if (session) setCsrfToken(session.csrfToken);
      client.setQueryData(sessionQuery.queryKey, session);
    },
    [client],
  );
}
