import { useMutation, useQueryClient } from '@tanstack/react-query';

import { routes, type EventState, type EventView } from '@aigaq/contracts';

import { call, keyOf, ProblemError, query } from '../../api/call';
import { useConfirm, useNotify, useTexts } from '../../shared';

/** Asks, then moves an event to another state; what stands in the way is in `error`. */
export function useMoveEvent(event: EventView) {
  const { t } = useTexts();
  const confirm = useConfirm();
  const notify = useNotify();
  const client = useQueryClient();
  const move = useMutation({
    mutationFn: (body: { to: EventState; reason: string }) =>
      call(routes.moveEvent, { params: { id: event.id }, body }),
    onSuccess: async (moved) => {
      client.setQueryData(query(routes.getEvent, { params: { id: event.id } }).queryKey, moved);
      notify.done(t('event.moved', { state: t(`event.state.${moved.state}`) }));
      await Promise.all([
        client.invalidateQueries({ queryKey: keyOf(routes.listEvents) }),
        client.invalidateQueries({ queryKey: keyOf(routes.getForm) }),
      ]);
    },
    onError: async (error) => {
      // Somebody else or the clock was faster: show how it stands now.
      if (error instanceof ProblemError && error.has('not_in_this_state')) {
        await client.invalidateQueries({ queryKey: keyOf(routes.getEvent) });
      }
    },
  });
  const ask = async (to: EventState): Promise<void> => {
    const heavy = to === 'cancelled' || to === 'closed';
    const answer = await confirm({
      title: t(`event.move.${to}`),
      text: t(`event.moveText.${to}`),
      action: t(`event.move.${to}`),
      danger: heavy,
      reason: heavy ? 'required' : 'optional',
    });
    if (answer) move.mutate({ to, reason: answer.reason });
  };
  return { ask, error: move.error, isPending: move.isPending, variables: move.variables };
}
