import { useMutation, useQueryClient } from '@tanstack/react-query';

import { routes, type FlagView, type SittingDetail } from '@aigaq/contracts';

import { call, keyOf } from '../../api/call';
import { useNotify, useTexts } from '../../shared';

export interface Triage {
  flag: FlagView;
  verdict: 'confirmed' | 'dismissed' | 'raised';
  note: string;
}

const words = {
  confirmed: 'review.flags.confirmed',
  dismissed: 'review.flags.dismissed',
  raised: 'review.flags.reopened',
} as const;

/** Says what a flag is; the list shows it at once, and the server's word replaces it. */
export function useTriage(sittingId: string): (triage: Triage) => void {
  const { t } = useTexts();
  const notify = useNotify();
  const client = useQueryClient();
  const key = keyOf(routes.getSitting, { params: { id: sittingId } });
  const replace = (flag: FlagView): void => {
    client.setQueryData<SittingDetail>(
      key,
      (detail) => detail && { ...detail, flags: detail.flags.map((each) => (each.id === flag.id ? flag : each)) },
    );
  };
  const { mutate } = useMutation({
    mutationFn: ({ flag, verdict, note }: Triage) =>
      call(routes.triageFlag, { params: { id: flag.id }, body: { verdict, note } }),
    onMutate: ({ flag, verdict }) => replace({ ...flag, state: verdict }),
    onSuccess: (flag, { verdict }) => {
      replace(flag);
      notify.done(t(words[verdict]));
    },
    onError: (error, { flag }) => {
      replace(flag);
      notify.failed(error);
    },
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  return mutate;
}
