import { List, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import type { SittingDetail } from '@aigaq/contracts';

import { useTexts } from '../../shared';

/** Who sits, what was agreed to, on which device and under which conditions: for the proctor and for the reviewer. */
export function SittingFacts({ detail }: { detail: SittingDetail }) {
  const { t } = useTexts();
  return (
    <dl className="facts">
      <Fact name={t('record.contact')}>
        <Contact detail={detail} />
      </Fact>
      <Fact name={t('record.conditions')}>
        <Conditions detail={detail} />
      </Fact>
      <Fact name={t('record.consent')}>
        <Consent consent={detail.consent} />
      </Fact>
      <Fact name={t('record.device')}>
        <Device device={detail.device} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Contact({ detail }: { detail: SittingDetail }) {
  const { t } = useTexts();
  const { login, phone, email } = detail.candidate;
  return (
    <Text size="sm">
      {[login, phone ?? t('record.contact.none'), email].filter((part) => part !== null).join(' · ')}
    </Text>
  );
}

function Conditions({ detail }: { detail: SittingDetail }) {
  const { t, tryText, duration } = useTexts();
  const { extraSeconds, silencedDetectors } = detail.accommodation;
  if (extraSeconds === 0 && silencedDetectors.length === 0) return <Text size="sm">{t('answer.none')}</Text>;
  const flags = silencedDetectors.map((code) => tryText(`flag.${code}.name`) ?? code).join(', ');
  return (
    <>
      {extraSeconds > 0 && <Text size="sm">{t('record.conditions.extra', { duration: duration(extraSeconds) })}</Text>}
      {flags !== '' && <Text size="sm">{t('record.conditions.silenced', { flags })}</Text>}
    </>
  );
}

function Consent({ consent }: { consent: SittingDetail['consent'] }) {
  const { t, dateTime } = useTexts();
  if (!consent) return <Text size="sm">{t('record.consent.none')}</Text>;
  const { at, version, language, sha256 } = consent;
  return (
    <>
      <Text size="sm">
        {t('record.consent.given', { at: dateTime(at), version, language: t(`language.${language}`) })}
      </Text>
      <Text size="xs" c="dimmed" className="secret">
        SHA-256 {sha256}
      </Text>
    </>
  );
}

function Device({ device }: { device: SittingDetail['device'] }) {
  const { t, number } = useTexts();
  if (!device) return <Text size="sm">{t('record.device.none')}</Text>;
  const { camera, microphone, screen, uploadKbps, roundTripMs } = device;
  const whole = { maximumFractionDigits: 0 };
  return (
    <List size="sm" spacing={2} listStyleType="none">
      {device.checks.map((check) => (
        <List.Item key={check.name}>
          {t(`record.check.${check.name}`)}: {t(check.passed ? 'record.check.passed' : 'record.check.failed')}
          {check.detail !== '' && ` (${check.detail})`}
        </List.Item>
      ))}
      {camera && (
        <List.Item>
          {t('record.device.camera', {
            label: camera.label,
            width: camera.width,
            height: camera.height,
            rate: number(camera.framesPerSecond, whole),
          })}
        </List.Item>
      )}
      {microphone && <List.Item>{t('record.device.microphone', { label: microphone.label })}</List.Item>}
      {screen && <List.Item>{t('record.device.screen', { width: screen.width, height: screen.height })}</List.Item>}
      {uploadKbps !== null && roundTripMs !== null && (
        <List.Item>
          {t('record.device.line', { kbps: number(uploadKbps, whole), delay: number(roundTripMs, whole) })}
        </List.Item>
      )}
      <List.Item>
        <Text span size="xs" c="dimmed" className="secret">
          {device.userAgent}
        </Text>
      </List.Item>
    </List>
  );
}
