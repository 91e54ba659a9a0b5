import { Text } from '@mantine/core';

import type { ActionView } from '@aigaq/contracts';

import { useTexts } from '../../shared';

/** What was done to a sitting, oldest first. */
export function ActionLog({ actions }: { actions: readonly ActionView[] }) {
  const { t } = useTexts();
  if (actions.length === 0) return <Text size="sm">{t('record.actions.none')}</Text>;
  return (
    <ol className="plain-list">
      {actions.map((action) => (
        <li key={action.id} className="line">
          <ActionLine action={action} />
        </li>
      ))}
    </ol>
  );
}

export function ActionLine({ action }: { action: ActionView }) {
  const { t, timeWithSeconds, duration } = useTexts();
  return (
    <>
      <Text size="sm">
        <span className="digits">{timeWithSeconds(action.at)}</span>{' '}
        <strong>
          {t(`record.action.${action.kind}`)}
          {action.seconds !== null && `: ${duration(action.seconds)}`}
        </strong>
        {' · '}
        {action.by ?? t('record.action.system')}
      </Text>
      {action.reason !== '' && (
        <Text size="sm" c="dimmed">
          {action.reason}
        </Text>
      )}
    </>
  );
}
