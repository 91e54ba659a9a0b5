import { Alert, Button, Card, Center, Group, Stack, Text } from '@mantine/core';
import { IconDeviceLaptop, IconMessageExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';

import { routes, type MySitting } from '@aigaq/contracts';

import { query } from '../api/call';
import { ErrorState, LoadingState, QueryState, useTexts } from '../shared';
import { Admission } from './admission/admission';
import './candidate.css';
import { SessionProvider, useOpenSession, useSession, useSitting } from './live/use-session';
import { stageOf } from './live/steps';
import { useValue } from './live/value';
import { OverPage } from './over-page';
import { Announcer } from './shared/announcer';
import { SittingFrame } from './shared/sitting-frame';
import { StepHeading } from './shared/step-heading';
import { WarningDialog } from './shared/warning-dialog';

const loadExam = () => import('./exam/exam-page');
const ExamPage = lazy(() => loadExam().then((module) => ({ default: module.ExamPage })));
const route = getRouteApi('/signed-in/sitting/$sittingId');

/** One page from consent to receipt: line and devices stay as they are while the person goes from step to step. */
export function SittingPage() {
  const { sittingId } = route.useParams();
  const sitting = useQuery({
    ...query(routes.mySitting, { params: { id: sittingId } }),
    // The line keeps it fresh from then on.
    staleTime: Infinity,
    gcTime: 0,
  });
  if (sitting.data) return <Opened key={sittingId} sitting={sitting.data} />;
  return (
    <SittingFrame>
      <QueryState of={sitting}>{() => null}</QueryState>
    </SittingFrame>
  );
}

function Opened({ sitting }: { sitting: MySitting }) {
  const { t } = useTexts();
  const { session, error } = useOpenSession(sitting);
  // The exam itself is there before the line can break.
  useEffect(() => void loadExam().catch(() => undefined), []);
  if (session)
    return (
      <SessionProvider value={session}>
        <Announcer>
          <Stages />
          <WarningDialog />
        </Announcer>
      </SessionProvider>
    );
  return (
    <SittingFrame>
      {error === null ? (
        <LoadingState />
      ) : (
        <Alert color="red" title={t('mySitting.noStore')}>
          {t('mySitting.noStoreHelp')}
        </Alert>
      )}
    </SittingFrame>
  );
}

function Stages() {
  const session = useSession();
  const sitting = useSitting();
  const hold = useValue(session.line.hold);
  const tab = useValue(session.tab);
  const refusal = useValue(session.line.refusal);
  const book = useValue(session.book);
  const stage = stageOf(sitting.state);
  if (stage === 'admission' || stage === 'exam') {
    if (hold === 'taken_over') return <ElsewherePage why="taken_over" />;
    if (tab === 'other') return <ElsewherePage why="other_tab" />;
    if (hold === 'other_device') return <ElsewherePage why="other_device" />;
    // Whoever answers goes on answering: a band says what is wrong.
    if (refusal && !book)
      return (
        <SittingFrame>
          <ErrorState error={refusal} onRetry={() => location.reload()} />
        </SittingFrame>
      );
  }
  switch (stage) {
    case 'admission':
      return <Admission />;
    case 'exam':
      return (
        <Suspense
          fallback={
            <Center mih="60dvh">
              <LoadingState />
            </Center>
          }
        >
          <ExamPage />
        </Suspense>
      );
    case 'over':
    case 'refused':
    case 'absent':
    case 'void':
      return <OverPage />;
  }
}

/** Two browsers, or two tabs, on one sitting: it goes on in one of them, and the person says in which. */
function ElsewherePage({ why }: { why: 'taken_over' | 'other_tab' | 'other_device' }) {
  const { t } = useTexts();
  const session = useSession();
  const unsent = useValue(session.unsent);
  return (
    <SittingFrame>
      <Stack gap="lg" maw={640}>
        <StepHeading title={t(`elsewhere.${why}.title`)}>{t(`elsewhere.${why}.text`)}</StepHeading>
        <Card withBorder padding="lg">
          <Group wrap="nowrap" align="flex-start">
            <IconDeviceLaptop size={28} aria-hidden className="no-shrink" />
            <Text size="lg">{t('elsewhere.note')}</Text>
          </Group>
        </Card>
        {unsent.answers > 0 && (
          <Alert icon={<IconMessageExclamation aria-hidden />} color="gray">
            {t('saving.waiting', { count: unsent.answers })}
          </Alert>
        )}
        <Group>
          <Button size="lg" onClick={() => void session.takeOver()}>
            {t('elsewhere.continueHere')}
          </Button>
        </Group>
      </Stack>
    </SittingFrame>
  );
}
