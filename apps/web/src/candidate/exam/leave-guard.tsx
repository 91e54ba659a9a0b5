import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';

import { useTexts } from '../../shared';

/** The back button, a link or a closed tab do not take anybody out of an exam without a question. */
export function LeaveGuard() {
  const { t } = useTexts();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && next.pathname !== '/sign-in',
    enableBeforeUnload: true,
    withResolver: true,
  });
  return (
    <Modal
      opened={blocker.status === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t('leaveExam.title')}
      centered
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack>
        <Text>{t('leaveExam.text')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => blocker.proceed?.()}>
            {t('leaveExam.leave')}
          </Button>
          <Button data-autofocus onClick={() => blocker.reset?.()}>
            {t('leaveExam.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
