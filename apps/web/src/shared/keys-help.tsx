import { Modal, Stack, Switch, Table, Text, Title } from '@mantine/core';

import { useTexts } from './i18n';
import { letterKeys, useLetterKeys } from './use-keys';

export interface KeyGroup {
  readonly title: string;
  readonly keys: readonly { readonly keys: string; readonly does: string }[];
}

/** All keys of a page, and the switch that turns single letters off (WCAG 2.2, 2.1.4). */
export function KeysHelp({
  opened,
  onClose,
  groups,
}: {
  opened: boolean;
  onClose: () => void;
  groups: readonly KeyGroup[];
}) {
  const { t } = useTexts();
  const on = useLetterKeys();
  return (
    <Modal opened={opened} onClose={onClose} title={t('watch.help.title')} size="lg">
      <Stack>
        <Switch
          label={t('watch.help.letters')}
          description={t('watch.help.lettersHelp')}
          checked={on}
          onChange={(event) => letterKeys.set(event.currentTarget.checked)}
        />
        {groups.map((group) => (
          <section key={group.title}>
            <Title order={3} fz="md" mb={4}>
              {group.title}
            </Title>
            <Table withRowBorders={false} verticalSpacing={4}>
              <Table.Tbody>
                {group.keys.map(({ keys, does }) => (
                  <Table.Tr key={keys + does}>
                    <Table.Td w={170}>
                      {keys.split(' ').map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </Table.Td>
                    <Table.Td>
                      <Text size="sm">{does}</Text>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </section>
        ))}
      </Stack>
    </Modal>
  );
}
