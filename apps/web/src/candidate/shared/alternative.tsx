import { Alert, Button, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';

import { routes, type MySitting } from '@aigaq/contracts';

import { call } from '../../api/call';
import { Problems, useConfirm, useTexts } from '../../shared';
import { useSession, useSitting } from '../live/use-session';

/** One click, always there, never a disadvantage (DP-03). */
export function AnotherWay() {
  const { t } = useTexts();
  const { line } = useSession();
  const sitting = useSitting();
  const confirm = useConfirm();
  const ask = useMutation({
    mutationFn: (reason: string) => call(routes.requestAlternative, { params: { id: sitting.id }, body: { reason } }),
    onSuccess: (changed) => line.update(changed),
  });
  const click = async (): Promise<void> => {
    const answer = await confirm({
      title: t('anotherWay.title'),
      text: t('anotherWay.text'),
      action: t('anotherWay.send'),
      reason: 'optional',
      reasonLabel: t('anotherWay.reason'),
    });
    if (answer) ask.mutate(answer.reason);
  };
  return (
    <div>
      {sitting.alternative === null && (
        <Button
          variant="default"
          size="md"
          onClick={() => void click()}
          loading={ask.isPending}
          className="wrap-button"
        >
          {t('anotherWay.ask')}
        </Button>
      )}
      <Problems error={ask.error} />
    </div>
  );
}

/** What became of the request; shown above each step from then on. */
export function AlternativeState({ sitting }: { sitting: MySitting }) {
  const { t, dateTime } = useTexts();
  const { alternative } = sitting;
  if (!alternative) return null;
  const state = alternative.granted === null ? 'waits' : alternative.granted ? 'granted' : 'declined';
  return (
    <Alert color="lake" icon={<IconInfoCircle aria-hidden />} title={t(`anotherWay.${state}`)} role="status">
      <Text>{t(`anotherWay.${state}Help`, { at: dateTime(alternative.requestedAt) })}</Text>
      {alternative.answer !== '' && <Text className="own-words">{alternative.answer}</Text>}
    </Alert>
  );
}
