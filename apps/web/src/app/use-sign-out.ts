import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { routes } from '@aigaq/contracts';

import { call } from '../api/call';
import { useNotify } from '../shared/use-notify';
import { sessionQuery } from './session';

/** Ends the session and forgets all that was read under it. */
export function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  const notify = useNotify();
  return useMutation({
    mutationFn: () => call(routes.signOut),
    onError: notify.failed,
    onSuccess: async () => {
      client.setQueryData(sessionQuery.queryKey, null);
      await navigate({ to: '/sign-in', search: {} });
      client.removeQueries({ predicate: (entry) => entry.queryKey[0] !== sessionQuery.queryKey[0] });
    },
  });
}
