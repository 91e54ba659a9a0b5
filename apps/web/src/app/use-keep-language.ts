import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

import { routes, type Language } from '@aigaq/contracts';

import { call } from '../api/call';
import { sessionQuery } from './session';

/** Keeps the language that was chosen for the person: mails come in it, and other devices begin with it. */
export function useKeepLanguage(): (language: Language) => void {
  const client = useQueryClient();
  return useCallback(
    (language: Language) => {
      call(routes.updateMe, { body: { language } }).then(
        (me) => client.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, me }),
        // The page speaks the chosen language all the same; the choice is kept with the next one.
        () => undefined,
      );
    },
    [client],
  );
}
