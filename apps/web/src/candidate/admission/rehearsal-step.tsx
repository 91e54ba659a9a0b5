import { Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';

import type { Observation } from '@aigaq/behaviour';
import { routes, type Response, type Source } from '@aigaq/contracts';

import { call } from '../../api/call';
import { MediaWatcher, TrackView } from '../../media';
import { Problems, useTexts } from '../../shared';
import { ItemView } from '../exam/item-view';
import { emptyResponse } from '../live/answers';
import { Room } from '../live/room';
import { useSession, useSitting } from '../live/use-session';
import { startWatch } from '../live/watch';
import { StepHeading } from '../shared/step-heading';
import { sampleItems } from './sample-items';

/** The exam page in small: questions, one's own media as the proctor would get it, what would be noted. Keeps nothing. */
export function RehearsalStep({ onNext, onSkip }: { onNext: () => void; onSkip: () => void }) {
  const { t } = useTexts();
  const { line } = useSession();
  const sitting = useSitting();
  const [running, setRunning] = useState(false);
  const finish = useMutation({
    mutationFn: () => call(routes.rehearsed, { params: { id: sitting.id } }),
    onSuccess: (changed) => {
      line.update(changed);
      onNext();
    },
  });
  return (
    <Stack gap="lg">
      <StepHeading title={t('admission.step.rehearsal')}>{t('rehearsal.text')}</StepHeading>
      <List size="lg" spacing={4}>
        <List.Item>{t('rehearsal.erased')}</List.Item>
        <List.Item>{t('rehearsal.tryOut')}</List.Item>
      </List>
      {!running ? (
        <Group>
          <Button size="lg" onClick={() => setRunning(true)}>
            {t('rehearsal.begin')}
          </Button>
          <Button size="lg" variant="default" onClick={sitting.rehearsedAt === null ? onSkip : onNext}>
            {t(sitting.rehearsedAt === null ? 'rehearsal.skip' : 'action.continue')}
          </Button>
        </Group>
      ) : (
        <>
          <div className="device-grid">
            <Questions />
            <Stack>
              {sitting.profile.records.length > 0 && <Returned />}
              {sitting.profile.detectors.length > 0 && <Noted />}
            </Stack>
          </div>
          <Problems error={finish.error} />
          <Group>
            <Button size="lg" onClick={() => finish.mutate()} loading={finish.isPending}>
              {t('rehearsal.finish')}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function Questions() {
  const { t } = useTexts();
  const items = useMemo(() => sampleItems(t), [t]);
  const [at, setAt] = useState(0);
  const [answers, setAnswers] = useState<Readonly<Record<string, Response>>>({});
  const item = items[at];
  if (!item) return null;
  return (
    <Card withBorder padding="lg" component="section" aria-label={t('rehearsal.questions')}>
      <Stack>
        <ItemView
          key={item.id}
          item={item}
          count={items.length}
          response={answers[item.id] ?? emptyResponse(item)}
          onChange={(response) => setAnswers({ ...answers, [item.id]: response })}
          level={2}
        />
        <Group justify="flex-end">
          <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
            {t('action.back')}
          </Button>
          <Button variant="default" disabled={at === items.length - 1} onClick={() => setAt(at + 1)}>
            {t('action.next')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

type Tracks = Readonly<Partial<Record<Source, MediaStreamTrack | null>>>;

/** Camera and screen as they come back from the media server. */
function Returned() {
  const { t } = useTexts();
  const { media } = useSession();
  const { id, profile } = useSitting();
  const [tracks, setTracks] = useState<Tracks>({});
  useEffect(() => {
    const room = new Room(id, profile.records, media, 'rehearsal');
    const watcher = new MediaWatcher(() => call(routes.myTicket, { params: { id }, body: { purpose: 'rehearsal' } }));
    for (const source of profile.records)
      watcher.watch(id, source, 'full', (track) => setTracks((all) => ({ ...all, [source]: track })));
    room.enter();
    watcher.open();
    return () => {
      room.leave();
      watcher.close();
    };
  }, [id, profile.records, media]);
  const seen = profile.records.filter((source) => source !== 'microphone');
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="rehearsal-seen">
      <Title order={2} size="h4" mb="xs" id="rehearsal-seen">
        {t('rehearsal.seen')}
      </Title>
      <Text c="dimmed" mb="sm">
        {t('rehearsal.seenHelp')}
      </Text>
      <div className="returned">
        {seen.map((source) => (
          <figure key={source}>
            <TrackView track={tracks[source] ?? null} label={t(`source.${source}`)} />
            <figcaption>
              {t(`source.${source}`)}: {t(tracks[source] ? 'rehearsal.arrives' : 'rehearsal.onItsWay')}
            </figcaption>
          </figure>
        ))}
      </div>
      {profile.records.includes('microphone') && (
        <Text mt="xs">
          {t('source.microphone')}: {t(tracks.microphone ? 'rehearsal.arrives' : 'rehearsal.onItsWay')}
        </Text>
      )}
    </Card>
  );
}

/** What would be noted; it stays on this page and goes with it. */
function Noted() {
  const { t, timeWithSeconds } = useTexts();
  const session = useSession();
  const [noted, setNoted] = useState<readonly Observation[]>([]);
  useEffect(() => {
    const watched = startWatch(
      session.line.sitting.get(),
      session.media,
      () => session.now(),
      ({ observation }) => setNoted((all) => [...all.filter(({ id }) => id !== observation.id), observation].slice(-8)),
      false,
    );
    watched.behaviour.connection(true);
    return () => watched.stop();
  }, [session]);
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="rehearsal-noted">
      <Title order={2} size="h4" mb="xs" id="rehearsal-noted">
        {t('rehearsal.noted')}
      </Title>
      <Text c="dimmed">{t('rehearsal.notedHelp')}</Text>
      <ul className="plain-list" aria-live="polite">
        {noted.length === 0 && <li className="line">{t('rehearsal.nothingNoted')}</li>}
        {noted.map((each) => (
          <li key={each.id} className="line">
            <Text fw={500}>{t(`flag.${each.code}.name`)}</Text>
            <Text size="sm" c="dimmed">
              {timeWithSeconds(new Date(each.startedAt))}
              {each.endedAt === null ? ` – ${t('rehearsal.lasts')}` : ` – ${timeWithSeconds(new Date(each.endedAt))}`}
            </Text>
          </li>
        ))}
      </ul>
    </Card>
  );
}
