import { Alert, Button, Group, Text } from '@mantine/core';
import { IconRoute } from '@tabler/icons-react';

import { routes, type SittingDetail } from '@aigaq/contracts';

import { call } from '../../api/call';
import { useCan } from '../../app/session';
import { useConfirm, useNotify, useTexts } from '../../shared';

/** Somebody asked for another way to sit the exam (DP-03): never a disadvantage, always answered. */
export function AlternativeRequest({
  detail,
  onAnswered,
}: {
  detail: SittingDetail;
  onAnswered: (detail: SittingDetail) => void;
}) {
  const { t, dateTime } = useTexts();
  const can = useCan();
  const confirm = useConfirm();
  const notify = useNotify();
  const { alternative, row } = detail;
  if (!alternative) return null;
  const answer = async (granted: boolean): Promise<void> => {
    const given = await confirm({
      title: t(granted ? 'watch.alternative.grantTitle' : 'watch.alternative.denyTitle'),
      action: t(granted ? 'watch.alternative.grant' : 'watch.alternative.deny'),
      reason: 'required',
      reasonLabel: t('watch.alternative.answer'),
      danger: !granted,
    });
    if (!given) return;
    try {
      onAnswered(
        await call(routes.answerAlternative, { params: { id: row.id }, body: { granted, answer: given.reason } }),
      );
      notify.done(t('watch.actionDone'));
    } catch (error) {
      notify.failed(error);
    }
  };
  return (
    <Alert
      color={alternative.answeredAt === null ? 'amber' : 'gray'}
      icon={<IconRoute aria-hidden />}
      title={t('watch.alternative')}
    >
      <Text size="sm">{alternative.reason === '' ? t('watch.alternative.noReason') : alternative.reason}</Text>
      <Text size="xs" c="dimmed">
        {dateTime(alternative.requestedAt)}
      </Text>
      {alternative.answeredAt !== null ? (
        <Text size="sm">
          {t(alternative.granted === true ? 'watch.alternative.granted' : 'watch.alternative.denied')}
          {alternative.answer !== '' && `: ${alternative.answer}`}
        </Text>
      ) : (
        can('alternative.answer') && (
          <Group gap={6} mt="xs">
            <Button size="compact-sm" onClick={() => void answer(true)}>
              {t('watch.alternative.grant')}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => void answer(false)}>
              {t('watch.alternative.deny')}
            </Button>
          </Group>
        )
      )}
    </Alert>
  );
}
