import { Button, Group, Loader, Select, Stack, Text, Title } from '@mantine/core';
import { IconAlertCircle, IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { routes, type CheckName } from '@aigaq/contracts';

import { call } from '../../api/call';
import { Problems, useTexts, type Texts } from '../../shared';
import { listDevices } from '../live/local-media';
import { useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';
import { useAnnounce } from '../shared/announcer';
import { OwnPicture } from '../shared/own-picture';
import { StepHeading } from '../shared/step-heading';
import { ShareHelp } from './share-help';
import { useDeviceCheck, type Check } from './use-device-check';

/** Camera, microphone, screen, line and store, tried one after the other; nothing here is a violation. */
export function DeviceStep({ onNext }: { onNext: () => void }) {
  const { t } = useTexts();
  const { line, media } = useSession();
  const sitting = useSitting();
  const { profile } = sitting;
  const device = useDeviceCheck();
  const camera = useValue(media.camera);
  const send = useMutation({
    mutationFn: () => call(routes.reportDevice, { params: { id: sitting.id }, body: device.report() }),
    onSuccess: (changed) => {
      line.update(changed);
      onNext();
    },
  });
  useTold(device.checks, device.needed);
  useFailuresKept(device);
  const again = sitting.deviceCheckedAt !== null;
  return (
    <Stack gap="lg">
      <StepHeading title={t('admission.step.device')}>
        {t(again ? 'deviceCheck.againText' : profile.records.length > 0 ? 'deviceCheck.text' : 'deviceCheck.textBare')}
      </StepHeading>
      <div className="device-grid">
        {profile.records.includes('camera') && (
          <section aria-labelledby="device-camera">
            <Title order={2} size="h4" mb="sm" id="device-camera">
              {t('deviceCheck.yourCamera')}
            </Title>
            <OwnPicture track={camera} guide="face" hint />
            <Choices />
          </section>
        )}
        <section aria-labelledby="device-checks">
          <Title order={2} size="h4" mb="sm" id="device-checks">
            {t('deviceCheck.checked')}
          </Title>
          <ul className="plain-list checks">
            {device.needed.map((name) => (
              <CheckLine key={name} name={name} check={device.checks[name]} device={device} />
            ))}
          </ul>
        </section>
      </div>
      <Problems error={send.error} />
      <Text c="dimmed">{t('deviceCheck.noViolation')}</Text>
      <Group>
        {!device.begun && (
          <Button size="lg" onClick={() => void device.begin()}>
            {t('deviceCheck.begin')}
          </Button>
        )}
        {device.begun && (
          <Button
            size="lg"
            onClick={() => send.mutate()}
            loading={send.isPending}
            disabled={!device.allPassed}
            aria-describedby={device.allPassed ? undefined : 'device-not-yet'}
          >
            {t('action.continue')}
          </Button>
        )}
      </Group>
      {device.begun && !device.allPassed && (
        <Text id="device-not-yet" c="dimmed">
          {t('deviceCheck.notYet')}
        </Text>
      )}
    </Stack>
  );
}

type Device = ReturnType<typeof useDeviceCheck>;

function CheckLine({ name, check, device }: { name: CheckName; check: Check; device: Device }) {
  const { t } = useTexts();
  return (
    <li className="check" data-status={check.status}>
      <CheckMark status={check.status} />
      <div className="check-body">
        <Text fw={600}>
          {t(`deviceCheck.check.${name}`)}
          <span className="visually-hidden">: {t(`deviceCheck.status.${check.status}`)}</span>
        </Text>
        <CheckDetail name={name} check={check} device={device} />
        {name === 'screen' && check.failure === 'wrong_surface' && <ShareHelp />}
        {name === 'screen' && (check.status === 'todo' || check.status === 'failed') && (
          <Button mt="xs" variant={device.begun ? 'filled' : 'default'} onClick={() => void device.again.screen()}>
            {t('deviceCheck.share')}
          </Button>
        )}
        {name !== 'screen' && check.status === 'failed' && (
          <Button mt="xs" variant="default" onClick={() => void device.again[name]()}>
            {t('action.retry')}
            <span className="visually-hidden">: {t(`deviceCheck.check.${name}`)}</span>
          </Button>
        )}
      </div>
    </li>
  );
}

function CheckDetail({ name, check, device }: { name: CheckName; check: Check; device: Device }) {
  const { t, number } = useTexts();
  const { measured, sound } = device;
  if (check.status === 'failed') return <Text>{t(`deviceCheck.failure.${check.failure ?? 'failed'}`)}</Text>;
  if (name === 'microphone' && check.status !== 'todo')
    return (
      <>
        <Text c="dimmed">{t(check.status === 'passed' ? 'deviceCheck.heard' : 'deviceCheck.speak')}</Text>
        <Level value={sound.level} />
      </>
    );
  if (name === 'connection' && check.status === 'passed' && measured)
    return (
      <Text c="dimmed">
        {t('deviceCheck.line', { megabits: megabits(measured.uploadKbps, number), milliseconds: measured.roundTripMs })}
      </Text>
    );
  return <Text c="dimmed">{t(`deviceCheck.about.${name}`)}</Text>;
}

/** More than anybody needs is not told in full: on such a line the measure is not worth more. */
function megabits(kilobits: number, number: Texts['number']): string {
  if (kilobits > 100_000) return '> 100';
  return number(kilobits / 1000, { maximumFractionDigits: kilobits < 10_000 ? 1 : 0 });
}

/** How loud the microphone is now: only the person's own voice moves it. */
function Level({ value }: { value: number }) {
  const { t } = useTexts();
  const percent = Math.round(Math.min(1, value) * 100);
  return (
    <div
      className="level"
      role="meter"
      aria-label={t('deviceCheck.level')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <div style={{ inlineSize: `${percent}%` }} />
    </div>
  );
}

function CheckMark({ status }: { status: Check['status'] }) {
  switch (status) {
    case 'passed':
      return <IconCircleCheck size={26} aria-hidden className="mark-good" />;
    case 'failed':
      return <IconAlertCircle size={26} aria-hidden className="mark-attention" />;
    case 'running':
      return <Loader size={22} aria-hidden />;
    case 'todo':
      return <IconCircle size={26} aria-hidden className="mark-quiet" />;
  }
}

/** Which camera and which microphone, where there is a choice. */
function Choices() {
  const { t } = useTexts();
  const { media } = useSession();
  const { profile } = useSitting();
  const camera = useValue(media.camera);
  const microphone = useValue(media.microphone);
  const [devices, setDevices] = useState<{ camera: Choice[]; microphone: Choice[] }>({ camera: [], microphone: [] });
  useEffect(() => {
    let left = false;
    const read = async (): Promise<void> => {
      const [cameras, microphones] = await Promise.all([listDevices('camera'), listDevices('microphone')]);
      if (!left) setDevices({ camera: cameras, microphone: microphones });
    };
    void read();
    const changed = (): void => void read();
    navigator.mediaDevices?.addEventListener('devicechange', changed);
    return () => {
      left = true;
      navigator.mediaDevices?.removeEventListener('devicechange', changed);
    };
  }, [camera, microphone]);
  const tracks = { camera, microphone };
  return (
    <Stack gap="sm" mt="sm">
      {(['camera', 'microphone'] as const)
        .filter((which) => profile.records.includes(which) && tracks[which] !== null && devices[which].length > 1)
        .map((which) => (
          <Select
            key={which}
            label={t(`deviceCheck.choose.${which}`)}
            data={devices[which]}
            value={tracks[which]?.getSettings().deviceId ?? null}
            onChange={(chosen) => chosen !== null && void media.choose(which, chosen)}
            allowDeselect={false}
            withScrollArea={false}
          />
        ))}
    </Stack>
  );
}
interface Choice {
  value: string;
  label: string;
}

/** Says each result once to whoever listens. */
function useTold(checks: Device['checks'], needed: readonly CheckName[]): void {
  const { t } = useTexts();
  const announce = useAnnounce();
  const told = useRef<Partial<Record<CheckName, string>>>({});
  useEffect(() => {
    for (const name of needed) {
      const { status, failure } = checks[name];
      const key = `${status} ${failure ?? ''}`;
      if (told.current[name] === key) continue;
      told.current[name] = key;
      if (status === 'passed' || status === 'failed')
        announce(
          `${t(`deviceCheck.check.${name}`)}: ${t(`deviceCheck.status.${status}`)}. ${failure ? t(`deviceCheck.failure.${failure}`) : ''}`,
        );
    }
  }, [checks, needed, announce, t]);
}

/** A check that failed is kept on the server for whoever helps; it is refused as a pass, which is as it should be. */
function useFailuresKept(device: Device): void {
  const { id } = useSitting();
  const kept = useRef('');
  const { checks, needed } = device;
  const failures = needed.map((name) => checks[name].failure ?? '').join(' ');
  const settled = needed.every((name) => checks[name].status === 'passed' || checks[name].status === 'failed');
  useEffect(() => {
    if (!settled || failures.trim() === '' || kept.current === failures) return;
    kept.current = failures;
    call(routes.reportDevice, { params: { id }, body: device.report() }).catch(() => undefined);
  }, [settled, failures, id, device]);
}
