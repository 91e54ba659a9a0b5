import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback } from 'react';

import { routes, type AnswerOf, type Me, type Permission } from '@aigaq/contracts';

import { call, ProblemError, setCsrfToken } from '../api/call';

type Session = AnswerOf<typeof routes.me> | null;

/** Pages that are being left still show whose they were, until the router has taken the person elsewhere. */
let lastKnown: Session = null;

function keep(session: Session): void {
  if (!session) return;
  lastKnown = session;
  setCsrfToken(session.csrfToken);
}

/** Who is signed in; null for nobody. Read once, afterwards kept by sign-in and sign-out. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session> => {
    try {
      const session = await call(routes.me);
      keep(session);
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
  const session = data ?? lastKnown;
  if (!session) throw new ProblemError([{ code: 'not_signed_in' }], 401);
  return session.me;
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
      keep(session);
      client.setQueryData(sessionQuery.queryKey, session);
    },
    [client],
  );
}
