import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconCalendarEvent, IconClock, IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';

import { routes, type MySitting } from '@aigaq/contracts';

import { query } from '../../api/call';
import { ButtonLink, EmptyState, PageHeader, QueryState, useNow, useTexts } from '../../shared';
import '../candidate.css';
import { nextDeed, type Deed } from '../live/steps';

/** What needs the person first stands first. */
const groups = [
  { name: 'now', deeds: ['continue', 'start', 'admission'] },
  { name: 'coming', deeds: ['prepare', 'prepared', 'alternative_waits', 'alternative_granted'] },
  { name: 'past', deeds: ['record', 'missed', 'none'] },
] as const satisfies readonly { name: string; deeds: readonly Deed[] }[];

export function MyExamsPage() {
  const { t, zone } = useTexts();
  const sittings = useQuery({ ...query(routes.mySittings), refetchInterval: 30_000 });
  const now = useNow(10_000).getTime();
  return (
    <>
      <PageHeader title={t('nav.myExams')} description={t('time.zone', { zone: zone() })} />
      <QueryState of={sittings}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('myExams.empty')}>{t('myExams.emptyHelp')}</EmptyState>
          ) : (
            <Stack gap="xl" maw={860}>
              {groups.map(({ name, deeds }) => {
                const mine = inOrder(
                  all.filter((each) => (deeds as readonly Deed[]).includes(nextDeed(each, now))),
                  name === 'past',
                );
                if (mine.length === 0) return null;
                return (
                  <section key={name} aria-labelledby={`exams-${name}`}>
                    <Title order={2} size="h4" mb="sm" id={`exams-${name}`}>
                      {t(`myExams.${name}`)}
                    </Title>
                    <Stack component="ul" gap="md" className="plain-list">
                      {mine.map((each) => (
                        <li key={each.id}>
                          <ExamCard sitting={each} now={now} />
                        </li>
                      ))}
                    </Stack>
                  </section>
                );
              })}
            </Stack>
          )
        }
      </QueryState>
    </>
  );
}

function inOrder(sittings: MySitting[], latestFirst: boolean): MySitting[] {
  const sign = latestFirst ? -1 : 1;
  return [...sittings].sort((a, b) => sign * (Date.parse(a.event.opensAt) - Date.parse(b.event.opensAt)));
}

function ExamCard({ sitting, now }: { sitting: MySitting; now: number }) {
  const { t, local, range, duration } = useTexts();
  const { event, state } = sitting;
  const deed = nextDeed(sitting, now);
  return (
    <Card withBorder padding="lg" component="article" aria-label={local(event.title)}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" gap="xs">
          <div>
            <Title order={3} size="h3">
              {local(event.title)}
            </Title>
            <Text c="dimmed">
              {t(`event.kind.${event.kind}`)} · {local(event.discipline)}
            </Text>
          </div>
          <Badge variant="light" color={colorOf(deed)} size="lg" tt="none">
            {t(`mySitting.state.${state}`)}
          </Badge>
        </Group>
        <Group gap="lg">
          <Group gap={6} wrap="nowrap">
            <IconCalendarEvent size={20} aria-hidden />
            <span>{range(event.opensAt, event.closesAt)}</span>
          </Group>
          <Group gap={6} wrap="nowrap">
            <IconClock size={20} aria-hidden />
            <span>
              {t('myExams.lasts', {
                duration: duration(
                  sitting.clock.startedAt === null ? sitting.clock.remainingSeconds : event.durationSeconds,
                ),
              })}
            </span>
          </Group>
        </Group>
        <Group gap={8} wrap="nowrap" align="flex-start">
          <IconInfoCircle size={20} aria-hidden className="no-shrink" />
          <DeedText deed={deed} sitting={sitting} />
        </Group>
        <Group>
          <DeedLink deed={deed} sitting={sitting} name={local(event.title)} />
        </Group>
      </Stack>
    </Card>
  );
}

function colorOf(deed: Deed): string {
  if (deed === 'continue' || deed === 'start' || deed === 'admission') return 'lake';
  return deed === 'missed' ? 'amber' : 'gray';
}

function DeedText({ deed, sitting }: { deed: Deed; sitting: MySitting }) {
  const { t, dateTime } = useTexts();
  const { event, alternative, reason } = sitting;
  const at = dateTime(deed === 'start' || deed === 'continue' ? event.closesAt : event.admissionFrom);
  return (
    <Text component="div">
      {t(`myExams.deed.${deed}`, { at })}
      {deed === 'alternative_granted' && alternative && <Text>{alternative.answer}</Text>}
      {deed === 'record' && reason !== '' && <Text>{t('mySitting.reason', { reason })}</Text>}
    </Text>
  );
}

function DeedLink({ deed, sitting, name }: { deed: Deed; sitting: MySitting; name: string }) {
  const { t } = useTexts();
  if (deed === 'none' || deed === 'missed') return null;
  const label = t(`myExams.action.${deed}`);
  const params = { sittingId: sitting.id };
  const urgent = deed === 'continue' || deed === 'start' || deed === 'admission' || deed === 'prepare';
  const common = {
    size: 'md' as const,
    variant: urgent ? ('filled' as const) : ('default' as const),
    'aria-label': `${label}: ${name}`,
  };
  return deed === 'record' ? (
    <ButtonLink to="/my-exams/$sittingId" params={params} {...common}>
      {label}
    </ButtonLink>
  ) : (
    <ButtonLink to="/sitting/$sittingId" params={params} {...common}>
      {label}
    </ButtonLink>
  );
}
