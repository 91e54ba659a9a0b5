import { Button, Group, MultiSelect, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { routes } from '@aigaq/contracts';

import { call, query } from '../../api/call';
import { Problems, useNotify, useTexts } from '../../shared';
import { PeopleSelect } from './people-select';
import { useRefreshRoster } from './use-refresh-roster';

export function AddCandidates({ eventId, onDone }: { eventId: string; onDone: () => void }) {
  const { t } = useTexts();
  const notify = useNotify();
  const refresh = useRefreshRoster(eventId);
  const groups = useQuery(query(routes.listGroups));
  const [groupIds, setGroupIds] = useState<string[]>([]);
  const [accountIds, setAccountIds] = useState<string[]>([]);
  const add = useMutation({
    mutationFn: () => call(routes.addCandidates, { params: { id: eventId }, body: { accountIds, groupIds } }),
    onSuccess: async ({ added, already }) => {
      notify.done(t('candidates.added', { added, already }));
      await refresh();
      onDone();
    },
  });
  return (
    <Stack>
      <Problems error={add.error} />
      <MultiSelect
        label={t('candidates.groups')}
        searchable
        clearable
        data-autofocus
        data={(groups.data ?? []).map((group) => ({ value: group.id, label: `${group.name} (${group.members})` }))}
        value={groupIds}
        onChange={setGroupIds}
      />
      <PeopleSelect label={t('candidates.people')} role="candidate" value={accountIds} onChange={setAccountIds} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('action.cancel')}
        </Button>
        <Button
          loading={add.isPending}
          disabled={groupIds.length + accountIds.length === 0}
          onClick={() => add.mutate()}
        >
          {t('action.add')}
        </Button>
      </Group>
    </Stack>
  );
}
