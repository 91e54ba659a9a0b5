import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { useState } from 'react';

import type { RecordingView } from '@aigaq/contracts';

import { clockText, useTexts } from '../shared';

/** How much of the sitting was recorded, by source, and behind it every gap with its cause. */
export function Coverage({ recording, onSeek }: { recording: RecordingView; onSeek: (moment: number) => void }) {
  const { t, number } = useTexts();
  const [opened, setOpened] = useState(false);
  if (recording.coverage.length === 0) return null;
  const percent = (value: number): string => number(value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const text = recording.coverage
    .map((each) => t('review.coverage', { source: t(`source.${each.source}`), percent: percent(each.percent) }))
    .join(' · ');
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        className="digits coverage-button"
        leftSection={<IconChartBar size={16} aria-hidden />}
        aria-label={`${t('review.coverage.title')}: ${text}`}
        aria-haspopup="dialog"
        onClick={() => setOpened(true)}
      >
        {text}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={t('review.coverage.title')} size="lg">
        <Stack>
          {recording.coverage.map((each) => (
            <SourceCoverage
              key={each.source}
              coverage={each}
              percent={percent(each.percent)}
              onSeek={(moment) => {
                setOpened(false);
                onSeek(moment);
              }}
            />
          ))}
          <Text size="xs" c="dimmed">
            {t('review.coverage.note')}
          </Text>
        </Stack>
      </Modal>
    </>
  );
}

interface SourceCoverageProps {
  coverage: RecordingView['coverage'][number];
  percent: string;
  onSeek: (moment: number) => void;
}

function SourceCoverage({ coverage, percent, onSeek }: SourceCoverageProps) {
  const { t, timeWithSeconds, duration, number } = useTexts();
  // A gap of a fraction of a second is a gap too.
  const length = (milliseconds: number): string =>
    milliseconds >= 10_000
      ? duration(milliseconds / 1000)
      : t('time.seconds', { seconds: number(milliseconds / 1000, { maximumFractionDigits: 1 }) });
  return (
    <section>
      <Text fw={600} size="sm">
        {t('review.coverage.line', {
          source: t(`source.${coverage.source}`),
          percent,
          recorded: clockText(coverage.recordedMs / 1000),
          of: clockText(coverage.ofMs / 1000),
        })}
      </Text>
      {coverage.gaps.length === 0 ? (
        <Text size="sm">{t('review.coverage.full')}</Text>
      ) : (
        <ul className="plain-list">
          {coverage.gaps.map((gap) => (
            <li key={gap.from}>
              <button type="button" className="time-button" onClick={() => onSeek(Date.parse(gap.from) - 5000)}>
                {t('review.coverage.gap', {
                  from: timeWithSeconds(gap.from),
                  to: timeWithSeconds(gap.to),
                  duration: length(Date.parse(gap.to) - Date.parse(gap.from)),
                  cause: t(`record.cause.${gap.cause}`),
                })}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
