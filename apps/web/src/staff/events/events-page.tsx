import { Group, Select, Switch, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

import { eventKinds, eventStates, routes, type EventRow } from '@aigaq/contracts';

import { useCan } from '../../app/session';
import {
  AnchorLink,
  ButtonLink,
  DataTable,
  EmptyState,
  PageHeader,
  QueryState,
  useAllRows,
  useTexts,
  type Column,
} from '../../shared';
import { StateBadge } from './state-badge';

const route = getRouteApi('/signed-in/app/events');

export function EventsPage() {
  const { t } = useTexts();
  const can = useCan();
  const filter = route.useSearch();
  const events = useAllRows(routes.listEvents, filter);
  const columns = useColumns();
  const filtered = Object.values(filter).some((value) => value !== undefined);
  const create = can('event.create') && (
    <ButtonLink to="/events/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t('events.create')}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={t('nav.events')} description={t('events.description')} actions={create} />
      <QueryState of={events}>
        {({ rows, total }) => (
          <>
            {total > rows.length && (
              <Text size="sm" c="dimmed" mb="xs">
                {t('table.tooMany', { total, shown: rows.length })}
              </Text>
            )}
            <DataTable
              caption={t('nav.events')}
              rows={rows}
              columns={columns}
              rowKey={(row) => row.id}
              sort={{ key: 'window', descending: true }}
              exportName="exams"
              tools={<Filters />}
              rowMark={(row) => (row.state === 'cancelled' ? 'quiet' : undefined)}
              empty={
                filtered ? (
                  <EmptyState
                    title={t('table.noMatch')}
                    action={
                      <ButtonLink to="/events" variant="default">
                        {t('table.clearFilter')}
                      </ButtonLink>
                    }
                  />
                ) : (
                  <EmptyState title={t('events.empty')} action={create}>
                    {can('event.create') ? t('events.emptyHelp') : undefined}
                  </EmptyState>
                )
              }
            />
          </>
        )}
      </QueryState>
    </>
  );
}

function useColumns(): Column<EventRow>[] {
  const { t, local, range, duration, number } = useTexts();
  return [
    {
      key: 'title',
      label: t('field.title'),
      width: 150,
      value: (row) => local(row.title),
      render: (row) => (
        <>
          <AnchorLink to="/events/$eventId" params={{ eventId: row.id }}>
            {local(row.title)}
          </AnchorLink>
          <Text size="sm" c="dimmed">
            {local(row.discipline.name)}
          </Text>
        </>
      ),
    },
    {
      key: 'state',
      label: t('field.state'),
      value: (row) => eventStates.indexOf(row.state),
      csv: (row) => t(`event.state.${row.state}`),
      render: (row) => <StateBadge state={row.state} />,
    },
    {
      key: 'window',
      label: t('field.window'),
      width: 150,
      value: (row) => row.opensAt,
      csv: (row) => range(row.opensAt, row.closesAt),
      render: (row) => range(row.opensAt, row.closesAt),
    },
    {
      key: 'kind',
      label: t('field.kind'),
      secondary: true,
      value: (row) => t(`event.kind.${row.kind}`),
      render: (row) => t(`event.kind.${row.kind}`),
    },
    {
      key: 'duration',
      label: t('field.durationSeconds'),
      secondary: true,
      value: (row) => row.durationSeconds,
      csv: (row) => row.durationSeconds / 60,
      render: (row) => duration(row.durationSeconds),
    },
    {
      key: 'profile',
      label: t('field.profile'),
      secondary: true,
      value: (row) => t(`profile.${row.profile}`),
      render: (row) => t(`profile.${row.profile}`),
    },
    {
      key: 'candidates',
      label: t('field.candidates'),
      align: 'right',
      value: (row) => row.candidates,
      render: (row) => number(row.candidates),
    },
  ];
}

function Filters() {
  const { t } = useTexts();
  const filter = route.useSearch();
  const navigate = useNavigate({ from: '/events' });
  const [typed, setTyped] = useState(filter.search ?? '');
  const [search] = useDebouncedValue(typed.trim(), 300);
  const applied = filter.search ?? '';
  useEffect(() => {
    if (search === applied) return;
    void navigate({ search: (old) => ({ ...old, search: search === '' ? undefined : search }), replace: true });
    // Only what was typed moves the address; the address does not type.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- see above
  }, [navigate, search]);
  return (
    <Group gap="sm" className="filters">
      <TextInput
        type="search"
        aria-label={t('events.search')}
        placeholder={t('events.search')}
        leftSection={<IconSearch size={16} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Select
        aria-label={t('field.state')}
        placeholder={t('events.allStates')}
        clearable
        data={eventStates.map((state) => ({ value: state, label: t(`event.state.${state}`) }))}
        value={filter.state ?? null}
        onChange={(value) => void navigate({ search: (old) => ({ ...old, state: value ?? undefined }) })}
      />
      <Select
        aria-label={t('field.kind')}
        placeholder={t('events.allKinds')}
        clearable
        data={eventKinds.map((kind) => ({ value: kind, label: t(`event.kind.${kind}`) }))}
        value={filter.kind ?? null}
        onChange={(value) => void navigate({ search: (old) => ({ ...old, kind: value ?? undefined }) })}
      />
      <Switch
        label={t('events.mine')}
        checked={filter.mine === true}
        onChange={(event) => {
          const mine = event.currentTarget.checked ? true : undefined;
          void navigate({ search: (old) => ({ ...old, mine }) });
        }}
      />
    </Group>
  );
}
