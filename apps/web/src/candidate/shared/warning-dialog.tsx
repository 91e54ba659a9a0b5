import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconMessageExclamation } from '@tabler/icons-react';

import { useTexts } from '../../shared';
import { useSession } from '../live/use-session';
import { useValue } from '../live/value';

/** What a proctor says above everything else; it goes when the person says that it was read. */
export function WarningDialog() {
  const { t } = useTexts();
  const session = useSession();
  const [warning] = useValue(session.line.warnings);
  const read = (): void => {
    if (!warning) return;
    session.milestone('warning_read', warning.id);
    session.line.acknowledgeWarning(warning.id);
  };
  return (
    <Modal
      opened={warning !== undefined}
      onClose={read}
      title={t('myWarning.title')}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      centered
      size="lg"
      zIndex={400}
      transitionProps={{ duration: 0 }}
    >
      <Stack>
        <Group wrap="nowrap" align="flex-start">
          <IconMessageExclamation size={28} aria-hidden className="no-shrink" />
          <Text size="lg" className="own-words">
            {warning?.text}
          </Text>
        </Group>
        <Text c="dimmed">{t('myWarning.help')}</Text>
        <Group justify="flex-end">
          <Button size="md" onClick={read} data-autofocus>
            {t('myWarning.read')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
