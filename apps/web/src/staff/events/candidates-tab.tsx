import { Badge, Button, Group, Modal, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustments, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { routes, type EventView, type RosterEntry } from '@aigaq/contracts';

import { call, query } from '../../api/call';
import { useCan } from '../../app/session';
import {
  DataTable,
  EmptyState,
  QueryState,
  RowAction,
  useConfirm,
  useNotify,
  useTexts,
  type Column,
} from '../../shared';
import { Accommodations } from './accommodations';
import { AddCandidates } from './add-candidates';
import { useRefreshRoster } from './use-refresh-roster';

/** Who sits the exam, and under which conditions. */
export function CandidatesTab({ event }: { event: EventView }) {
  const { t } = useTexts();
  const can = useCan();
  const roster = useQuery(query(routes.listCandidates, { params: { id: event.id } }));
  const [adding, { open, close }] = useDisclosure(false);
  const [changed, setChanged] = useState<RosterEntry | null>(null);
  const mayAssign = can('event.assign') && event.state !== 'closed' && event.state !== 'cancelled';
  const columns = useColumns(event, mayAssign, setChanged);
  const add = mayAssign && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
      {t('candidates.add')}
    </Button>
  );
  return (
    <>
      <QueryState of={roster}>
        {(rows) => (
          <DataTable
            caption={t('event.tab.candidates')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.accountId}
            sort={{ key: 'name' }}
            exportName="roster"
            tools={rows.length > 0 && add}
            empty={
              <EmptyState title={t('candidates.empty')} action={add}>
                {mayAssign ? t('candidates.emptyHelp') : undefined}
              </EmptyState>
            }
          />
        )}
      </QueryState>
      <Modal opened={adding} onClose={close} title={t('candidates.add')} centered size="lg">
        {adding && <AddCandidates eventId={event.id} onDone={close} />}
      </Modal>
      <Modal
        opened={changed !== null}
        onClose={() => setChanged(null)}
        title={t('candidates.conditionsOf', { name: changed?.name ?? '' })}
        centered
      >
        {changed && <Accommodations event={event} entry={changed} onDone={() => setChanged(null)} />}
      </Modal>
    </>
  );
}

function useColumns(
  event: EventView,
  mayAssign: boolean,
  onChange: (entry: RosterEntry) => void,
): Column<RosterEntry>[] {
  const { t, duration, tryText } = useTexts();
  const remove = useRemove(event);
  return [
    { key: 'name', label: t('field.fullName'), value: (row) => row.name, render: (row) => row.name },
    { key: 'login', label: t('field.login'), secondary: true, value: (row) => row.login, render: (row) => row.login },
    { key: 'group', label: t('field.group'), value: (row) => row.group, render: (row) => row.group },
    {
      key: 'conditions',
      label: t('candidates.conditions'),
      value: (row) => row.extraSeconds + row.silencedDetectors.length,
      csv: (row) => [duration(row.extraSeconds), ...row.silencedDetectors].join(' '),
      render: (row) => (
        <Group gap={4}>
          {row.extraSeconds > 0 && (
            <Badge variant="light" tt="none" fw={500}>
              +{duration(row.extraSeconds)}
            </Badge>
          )}
          {row.silencedDetectors.length > 0 && (
            <Badge
              variant="light"
              color="gray"
              tt="none"
              fw={500}
              title={row.silencedDetectors.map((code) => tryText(`flag.${code}.name`) ?? code).join(', ')}
            >
              {t('field.silencedDetectors')}: {row.silencedDetectors.length}
            </Badge>
          )}
        </Group>
      ),
    },
    ...(mayAssign
      ? [
          {
            key: 'actions',
            label: t('table.actions'),
            labelHidden: true,
            align: 'right' as const,
            render: (row: RosterEntry) => (
              <Group gap={4} justify="flex-end" wrap="nowrap">
                <RowAction
                  label={t('candidates.conditionsOf', { name: row.name })}
                  icon={<IconAdjustments size={18} aria-hidden />}
                  onClick={() => onChange(row)}
                />
                <RowAction
                  label={`${t('candidates.remove')}: ${row.name}`}
                  icon={<IconTrash size={18} aria-hidden />}
                  danger
                  onClick={() => void remove(row)}
                />
              </Group>
            ),
          },
        ]
      : []),
  ];
}

function useRemove(event: EventView): (entry: RosterEntry) => Promise<void> {
  const { t } = useTexts();
  const confirm = useConfirm();
  const notify = useNotify();
  const refresh = useRefreshRoster(event.id);
  const remove = useMutation({
    mutationFn: (accountId: string) => call(routes.removeCandidate, { params: { id: event.id, accountId } }),
    onError: notify.failed,
    onSuccess: async () => {
      notify.done(t('candidates.removed'));
      await refresh();
    },
  });
  return async (entry) => {
    const answer = await confirm({
      title: t('candidates.remove'),
      text: <Text>{t('candidates.removeText', { name: entry.name })}</Text>,
      action: t('action.remove'),
      danger: true,
    });
    if (answer) remove.mutate(entry.accountId);
  };
}
