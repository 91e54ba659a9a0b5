import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { routes } from '@aigaq/contracts';

import { call } from '../../api/call';
import { Problems, useTexts } from '../../shared';
import type { Step } from '../live/steps';
import { waitThresholdPassed } from '../live/time-left';
import { useServerNow, useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';
import { useAnnounce } from '../shared/announcer';
import { OwnPicture } from '../shared/own-picture';
import { StepHeading } from '../shared/step-heading';
import { EnterRoom } from './enter-room';
import { useEquipped } from './use-equipped';
import { useRoom } from './use-room';

/** Everything is ready: waits for the window to open, says what the rules are, and begins when the person says so. */
export function WaitStep({ onStep }: { onStep: (step: Step) => void }) {
  const { t, dateTime, duration } = useTexts();
  const session = useSession();
  const sitting = useSitting();
  const { event, profile } = sitting;
  const equipped = useEquipped();
  const camera = useValue(session.media.camera);
  const entered = useRoom();
  const now = useServerNow();
  const secondsToOpen = Math.ceil((Date.parse(event.opensAt) - now) / 1000);
  useWaitAnnounced(secondsToOpen);
  const start = useMutation({
    mutationFn: () => call(routes.start, { params: { id: sitting.id }, body: { deviceId: session.deviceId } }),
    onSuccess: (changed) => session.line.update(changed),
  });
  const begin = (): void => {
    // Only within the click itself does a browser fill the screen.
    if (profile.fullScreen && document.fullscreenEnabled)
      void document.documentElement.requestFullscreen().catch(() => undefined);
    start.mutate();
  };
  const recorded = profile.records.length > 0;
  const admissionOpen = now >= Date.parse(event.admissionFrom);
  const mayStart = sitting.state === 'ready' && secondsToOpen <= 0;
  return (
    <Stack gap="lg">
      <StepHeading title={t('admission.step.wait')}>
        {secondsToOpen > 0
          ? t('waitStep.opensAt', { at: dateTime(event.opensAt) })
          : t('waitStep.open', { at: dateTime(event.closesAt) })}
      </StepHeading>
      {secondsToOpen > 0 && (
        <Text size="xl" fw={600} role="timer" aria-live="off">
          {t('waitStep.left', {
            duration: duration(secondsToOpen > 120 ? Math.ceil(secondsToOpen / 60) * 60 : secondsToOpen),
          })}
        </Text>
      )}
      <Rules />
      {!equipped && (
        <Alert color="amber" title={t('waitStep.devicesOff')}>
          <Stack align="flex-start">
            <Text>{t('waitStep.devicesOffHelp')}</Text>
            <Button variant="default" onClick={() => onStep('device')}>
              {t('admission.step.device')}
            </Button>
          </Stack>
        </Alert>
      )}
      {equipped && recorded && !entered && admissionOpen && <EnterRoom />}
      {profile.records.includes('camera') && entered && (
        <div className="small-picture">
          <OwnPicture track={camera} />
        </div>
      )}
      <Problems error={start.error} />
      <Group>
        <Button
          size="lg"
          disabled={!mayStart || !equipped || (recorded && !entered)}
          loading={start.isPending}
          onClick={begin}
        >
          {t('waitStep.start')}
        </Button>
      </Group>
      {profile.fullScreen && <Text c="dimmed">{t('waitStep.fullScreen')}</Text>}
    </Stack>
  );
}

function Rules() {
  const { t, duration } = useTexts();
  const sitting = useSitting();
  const { event, profile, clock } = sitting;
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="wait-rules">
      <Title order={2} size="h4" mb="sm" id="wait-rules">
        {t('waitStep.rules')}
      </Title>
      <dl className="facts">
        <div>
          <dt>{t('waitStep.items')}</dt>
          <dd>{event.items}</dd>
        </div>
        <div>
          <dt>{t('waitStep.time')}</dt>
          <dd>{t('waitStep.timeText', { duration: duration(clock.remainingSeconds) })}</dd>
        </div>
        <div>
          <dt>{t('examPage.aids')}</dt>
          <dd className="own-words">{event.aids === '' ? t('examPage.noAids') : event.aids}</dd>
        </div>
        {profile.aloneInRoom && (
          <div>
            <dt>{t('waitStep.room')}</dt>
            <dd>{t('waitStep.alone')}</dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

/** The wait speaks at ten, five and one minutes, and when it is over. */
function useWaitAnnounced(seconds: number): void {
  const { t } = useTexts();
  const announce = useAnnounce();
  const before = useRef(seconds);
  useEffect(() => {
    const passed = waitThresholdPassed(before.current, seconds);
    before.current = seconds;
    if (passed === null) return;
    announce(passed === 0 ? t('waitStep.announceOpen') : t('waitStep.announceLeft', { minutes: passed / 60 }));
  }, [seconds, announce, t]);
}
