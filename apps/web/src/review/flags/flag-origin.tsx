import { Text } from '@mantine/core';

import type { FlagView } from '@aigaq/contracts';

import { useTexts } from '../../shared';

/** Where a flag comes from, in words and numbers: what anybody who is judged by it may ask. */
export function FlagOrigin({ flag }: { flag: FlagView }) {
  const { t, number, timeWithSeconds } = useTexts();
  const severity = Math.max(0, Math.min(4, flag.severity)) as 0 | 1 | 2 | 3 | 4;
  const seconds = flag.endedAt === null ? null : (Date.parse(flag.endedAt) - Date.parse(flag.startedAt)) / 1000;
  return (
    <div className="flag-origin">
      <Text size="sm">{t(`flag.${flag.code}.explanation`)}</Text>
      <details>
        <summary>{t('review.flags.arithmetic')}</summary>
        <dl className="numbers">
          <dt>{t('review.flags.detector')}</dt>
          <dd>
            {flag.origin === 'proctor'
              ? t('record.origin.proctor')
              : `${flag.detector} ${flag.detectorVersion} (${flag.code})`}
          </dd>
          <dt>{t('review.flags.confidence')}</dt>
          <dd className="digits">{number(flag.confidence, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</dd>
          <dt>{t('review.flags.severity')}</dt>
          <dd>
            {flag.severity}, {t(`record.severity.${severity}`)}
          </dd>
          <dt>{t('review.flags.length')}</dt>
          <dd className="digits">
            {seconds === null
              ? t('watch.flags.lasting')
              : `${timeWithSeconds(flag.startedAt)} + ${t('time.seconds', { seconds: number(seconds, { maximumFractionDigits: 1 }) })}`}
          </dd>
        </dl>
      </details>
      {flag.origin === 'detector' && (
        <Text size="xs" c="dimmed">
          {t(flag.severity === 0 ? 'review.flags.zero' : 'review.flags.machine')}
        </Text>
      )}
    </div>
  );
}
