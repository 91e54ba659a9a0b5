import { Badge, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconLayoutGrid } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { routes, type EventRow } from '@aigaq/contracts';

import { query } from '../api/call';
import { ButtonLink, EmptyState, PageHeader, QueryState, useTexts } from '../shared';

/** The events that a proctor watches: what runs now first. */
export function WatchedEventsPage() {
  const { t } = useTexts();
  const events = useQuery({ ...query(routes.watchedEvents), refetchInterval: 30_000 });
  return (
    <>
      <PageHeader title={t('nav.watch')} description={t('watch.events.description')} />
      <QueryState of={events}>{(rows) => <Sections rows={rows} />}</QueryState>
    </>
  );
}

function Sections({ rows }: { rows: readonly EventRow[] }) {
  const { t } = useTexts();
  const parts = [
    { title: t('watch.events.now'), rows: rows.filter((row) => row.state === 'open') },
    { title: t('watch.events.next'), rows: rows.filter((row) => row.state === 'announced') },
    { title: t('watch.events.past'), rows: rows.filter((row) => row.state === 'closed') },
  ].filter((part) => part.rows.length > 0);
  if (parts.length === 0) return <EmptyState title={t('watch.events.empty')}>{t('watch.events.emptyHelp')}</EmptyState>;
  return (
    <Stack gap="xl">
      {parts.map((part) => (
        <section key={part.title} aria-label={part.title}>
          <Title order={2} fz="lg" mb="sm">
            {part.title}
          </Title>
          <SimpleGrid cols={{ base: 1, lg: 2 }}>
            {part.rows.map((row) => (
              <EventCard key={row.id} row={row} />
            ))}
          </SimpleGrid>
        </section>
      ))}
    </Stack>
  );
}

function EventCard({ row }: { row: EventRow }) {
  const { t, local, range } = useTexts();
  const now = row.state === 'open';
  return (
    <Paper withBorder p="md" radius="md">
      <Stack gap="xs" h="100%" justify="space-between">
        <div>
          <Group justify="space-between" align="flex-start" gap="xs">
            <Text fw={600}>{local(row.title)}</Text>
            <Badge variant={now ? 'filled' : 'light'} color={now ? 'lake' : 'gray'}>
              {t(`event.state.${row.state}`)}
            </Badge>
          </Group>
          <Text size="sm">{local(row.discipline.name)}</Text>
          <Text size="sm" c="dimmed">
            {range(row.opensAt, row.closesAt)}
          </Text>
          <Text size="sm" c="dimmed">
            {t('watch.events.candidates', { count: row.candidates })} · {t(`profile.${row.profile}`)}
          </Text>
        </div>
        <Group>
          <ButtonLink
            to="/watch/$eventId"
            params={{ eventId: row.id }}
            variant={now ? 'filled' : 'default'}
            leftSection={<IconLayoutGrid size={18} aria-hidden />}
            aria-label={`${t('watch.events.open')}: ${local(row.title)}`}
          >
            {t('watch.events.open')}
          </ButtonLink>
        </Group>
      </Stack>
    </Paper>
  );
}
