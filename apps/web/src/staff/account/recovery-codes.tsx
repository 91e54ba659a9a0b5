import { Alert, Button, Code, CopyButton, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconCopy, IconDownload, IconKey } from '@tabler/icons-react';

import { download, useTexts } from '../../shared';

/** Shown once: who loses the phone signs in with one of them. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTexts();
  const text = codes.join('\n');
  return (
    <Alert color="amber" icon={<IconKey aria-hidden />} title={t('totp.recoveryTitle')} role="status">
      <Stack gap="sm">
        <Text size="sm">{t('totp.recoveryText')}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing={6}>
          {codes.map((code) => (
            <Code key={code} fz="md">
              {code}
            </Code>
          ))}
        </SimpleGrid>
        <Group gap="xs">
          <CopyButton value={text}>
            {({ copied, copy }) => (
              <Button size="xs" variant="default" leftSection={<IconCopy size={16} aria-hidden />} onClick={copy}>
                {t(copied ? 'action.copied' : 'action.copy')}
              </Button>
            )}
          </CopyButton>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => download('aigaq-codes.txt', new Blob([`${text}\n`], { type: 'text/plain;charset=utf-8' }))}
          >
            {t('action.download')}
          </Button>
          <Button size="xs" onClick={onKept}>
            {t('totp.recoveryKept')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
