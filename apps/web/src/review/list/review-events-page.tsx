import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { routes, type EventRow } from '@aigaq/contracts';

import { query } from '../../api/call';
import { AnchorLink, DataTable, EmptyState, PageHeader, QueryState, useTexts, type Column } from '../../shared';

/** The events whose sittings a person may review. */
export function ReviewEventsPage() {
  const { t } = useTexts();
  const events = useQuery(query(routes.watchedEvents));
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('nav.review')} description={t('review.events.description')} />
      <QueryState of={events}>
        {(rows) => (
          <DataTable
            caption={t('nav.review')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            sort={{ key: 'window', descending: true }}
            empty={<EmptyState title={t('review.events.empty')}>{t('review.events.emptyHelp')}</EmptyState>}
          />
        )}
      </QueryState>
    </>
  );
}

function useColumns(): Column<EventRow>[] {
  const { t, local, range, number } = useTexts();
  return [
    {
      key: 'title',
      label: t('field.title'),
      value: (row) => local(row.title),
      render: (row) => (
        <>
          <AnchorLink to="/review/$eventId" params={{ eventId: row.id }}>
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
      value: (row) => row.state,
      render: (row) => t(`event.state.${row.state}`),
    },
    {
      key: 'window',
      label: t('field.window'),
      value: (row) => row.opensAt,
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
      key: 'candidates',
      label: t('field.candidates'),
      align: 'right',
      value: (row) => row.candidates,
      render: (row) => number(row.candidates),
    },
  ];
}
