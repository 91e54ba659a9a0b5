import { Text, Timeline } from '@mantine/core';

import type { EventView } from '@aigaq/contracts';

import { useTexts } from '../../shared';

export function HistoryTab({ event }: { event: EventView }) {
  const { t, dateTime } = useTexts();
  return (
    <Timeline active={event.history.length - 1} bulletSize={14} lineWidth={2}>
      {event.history.map((step, index) => (
        <Timeline.Item
          key={index}
          title={
            step.from === null
              ? t('history.created')
              : t('history.change', { from: t(`event.state.${step.from}`), to: t(`event.state.${step.to}`) })
          }
        >
          <Text size="sm" c="dimmed">
            {dateTime(step.at)} · {step.by ?? t('history.system')}
          </Text>
          {step.reason !== '' && <Text size="sm">{step.reason}</Text>}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
