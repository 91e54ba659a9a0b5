import { Alert, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';

import { routes, type EventView } from '@aigaq/contracts';

import { query } from '../../api/call';
import { useCan } from '../../app/session';
import { ButtonLink, PageHeader, Problems, QueryState, useTexts } from '../../shared';
import { eventTabs, type EventTab } from '../search';
import { CandidatesTab } from './candidates-tab';
import { EventBasics } from './event-basics';
import { FormTab } from './form/form-tab';
import { HistoryTab } from './history-tab';
import { Stages } from './stages';
import { StaffTab } from './staff-tab';
import { StateBadge } from './state-badge';
import { useMoveEvent } from './use-move-event';

const route = getRouteApi('/signed-in/app/events/$eventId');

export function EventPage() {
  const { eventId } = route.useParams();
  const event = useQuery(query(routes.getEvent, { params: { id: eventId } }));
  return <QueryState of={event}>{(loaded) => <Loaded event={loaded} />}</QueryState>;
}

function Loaded({ event }: { event: EventView }) {
  const { t, local, range } = useTexts();
  const can = useCan();
  const { tab = 'basics' } = route.useSearch();
  const navigate = useNavigate({ from: '/events/$eventId' });
  const move = useMoveEvent(event);
  const tabs = eventTabs.filter((name) => name !== 'form' || can('form.read'));
  return (
    <>
      <PageHeader
        title={local(event.title)}
        path={[{ label: t('nav.events'), to: '/events' }]}
        mark={<StateBadge state={event.state} />}
        actions={<Elsewhere event={event} />}
        description={
          <>
            {t(`event.kind.${event.kind}`)} · {local(event.discipline.name)} · {range(event.opensAt, event.closesAt)}
          </>
        }
      />
      <Stack gap="sm" mb="lg">
        <Stages state={event.state} />
        {can('event.update') && event.next.length > 0 && (
          <Group gap="xs">
            {event.next.map((to, index) => (
              <Button
                key={to}
                variant={index === 0 && to !== 'cancelled' && to !== 'draft' ? 'filled' : 'default'}
                loading={move.isPending && move.variables?.to === to}
                disabled={move.isPending}
                onClick={() => void move.ask(to)}
              >
                {t(`event.move.${to}`)}
              </Button>
            ))}
          </Group>
        )}
        {move.error !== null && (
          <Stack gap={6}>
            <Text fw={500}>{t('event.whyNot')}</Text>
            <Problems error={move.error} />
          </Stack>
        )}
        <ByItself event={event} />
      </Stack>
      <Tabs
        value={tabs.includes(tab) ? tab : 'basics'}
        onChange={(value) => void navigate({ search: { tab: (value as EventTab | null) ?? undefined }, replace: true })}
        keepMounted
      >
        <Tabs.List aria-label={t('event.tabs')} className="scrolling-tabs">
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`event.tab.${name}`)}
              {name === 'candidates' && ` (${event.candidates})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="basics" pt="md">
          <EventBasics event={event} />
        </Tabs.Panel>
        {can('form.read') && (
          <Tabs.Panel value="form" pt="md">
            <FormTab event={event} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="candidates" pt="md">
          <CandidatesTab event={event} />
        </Tabs.Panel>
        <Tabs.Panel value="staff" pt="md">
          <StaffTab event={event} />
        </Tabs.Panel>
        <Tabs.Panel value="history" pt="md">
          <HistoryTab event={event} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** To where the sittings of the exam are watched and reviewed. */
function Elsewhere({ event }: { event: EventView }) {
  const { t } = useTexts();
  const can = useCan();
  const params = { eventId: event.id };
  const running = event.state === 'announced' || event.state === 'open';
  return (
    <>
      {running && can('sitting.watch') && event.profile.name !== 'none' && (
        <ButtonLink to="/watch/$eventId" params={params} leftSection={<IconEye size={18} aria-hidden />}>
          {t('events.watch')}
        </ButtonLink>
      )}
      {(running || event.state === 'closed') && can('sitting.read') && (
        <ButtonLink to="/review/$eventId" params={params} variant="default">
          {t('events.review')}
        </ButtonLink>
      )}
    </>
  );
}

/** What the clock does, so that nobody waits for a button. */
function ByItself({ event }: { event: EventView }) {
  const { t, dateTime } = useTexts();
  if (event.state === 'announced')
    return <Alert color="lake">{t('event.opensByItself', { at: dateTime(event.opensAt) })}</Alert>;
  if (event.state === 'open')
    return <Alert color="green">{t('event.closesByItself', { at: dateTime(event.closesAt) })}</Alert>;
  return null;
}
