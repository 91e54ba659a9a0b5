import { useQueryClient } from '@tanstack/react-query';

import { routes } from '@aigaq/contracts';

import { query } from '../../api/call';

/** After a change of the roster: the list, and the count on the event. */
export function useRefreshRoster(eventId: string): () => Promise<unknown> {
  const client = useQueryClient();
  const params = { id: eventId };
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: query(routes.listCandidates, { params }).queryKey }),
      client.invalidateQueries({ queryKey: query(routes.getEvent, { params }).queryKey }),
    ]);
}
