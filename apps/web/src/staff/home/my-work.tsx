import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCalendarOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { routes, type EventRow } from '@aigaq/contracts';

import { query } from '../../api/call';
import { useCan } from '../../app/session';
import { AnchorLink, ButtonLink, EmptyState, QueryState, useNow, useTexts } from '../../shared';
import { StateBadge } from '../events/state-badge';
import { needsOf, type Need } from './needs';

/** What a member of the staff has to do now, soon and in the end. */
export function MyWork() {
  const { t } = useTexts();
  const can = useCan();
  const now = useNow(60_000);
  const events = useQuery({
    ...query(routes.listEvents, { query: { pageSize: 200 } }),
    refetchInterval: 60_000,
  });
  return (
    <QueryState of={events}>
      {({ rows }) => {
        const sections = needsOf(rows, { now, can });
        if (sections.length === 0) {
          return (
            <EmptyState
              icon={IconCalendarOff}
              title={t('home.nothingNow')}
              action={can('event.create') && <ButtonLink to="/events/new">{t('events.create')}</ButtonLink>}
            >
              {t('home.nothingNowHelp')}
            </EmptyState>
          );
        }
        return sections.map(({ need, events: listed }) => <NeedSection key={need} need={need} events={listed} />);
      }}
    </QueryState>
  );
}

function NeedSection({ need, events }: { need: Need; events: readonly EventRow[] }) {
  const { t } = useTexts();
  return (
    <Stack component="section" gap="sm">
      <Title order={2} fz="xl">
        {t(`home.need.${need}`)}
      </Title>
      <Stack gap="sm">
        {events.map((event) => (
          <EventCard key={event.id} event={event} need={need} />
        ))}
      </Stack>
    </Stack>
  );
}

function EventCard({ event, need }: { event: EventRow; need: Need }) {
  const { t, local, range } = useTexts();
  const can = useCan();
  const running = event.state === 'open' || event.state === 'announced';
  return (
    <Paper withBorder p="md" radius="md">
      <Group justify="space-between" gap="md">
        <Stack gap={4} className="grow">
          <Group gap="xs">
            <AnchorLink to="/events/$eventId" params={{ eventId: event.id }} fw={600} fz="lg">
              {local(event.title)}
            </AnchorLink>
            <StateBadge state={event.state} />
          </Group>
          <Text c="dimmed">
            {t(`event.kind.${event.kind}`)} · {local(event.discipline.name)}
          </Text>
          <Text size="sm">
            {range(event.opensAt, event.closesAt)} · {t('home.candidates', { count: event.candidates })}
          </Text>
        </Stack>
        <Group gap="xs">
          {running && can('sitting.watch') && event.profile !== 'none' && (
            <ButtonLink to="/watch/$eventId" params={{ eventId: event.id }}>
              {t('events.watch')}
            </ButtonLink>
          )}
          {need === 'review' && can('sitting.read') && (
            <ButtonLink to="/review/$eventId" params={{ eventId: event.id }}>
              {t('events.review')}
            </ButtonLink>
          )}
          {need === 'approve' && (
            <ButtonLink to="/events/$eventId" params={{ eventId: event.id }} search={{ tab: 'form' }}>
              {t('home.check')}
            </ButtonLink>
          )}
          {need === 'draft' && (
            <ButtonLink to="/events/$eventId" params={{ eventId: event.id }} variant="default">
              {t('action.edit')}
            </ButtonLink>
          )}
        </Group>
      </Group>
    </Paper>
  );
}
