import { Box, Container, Group } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { useTexts } from '../shared/i18n';
import { LanguageSwitch } from '../shared/language-switch';
import { ThemeSwitch } from '../shared/theme-switch';
import { Brand } from './brand';
import { OfflineBand } from './offline-band';

/** The frame of the pages that everybody may open. */
export function PublicFrame({ children }: { children?: ReactNode }) {
  const { t } = useTexts();
  return (
    <Box mih="100dvh">
      <a href="#content" className="skip-link">
        {t('page.skip')}
      </a>
      <Group component="header" justify="space-between" wrap="nowrap" px="md" py="sm" gap="xs" className="no-print">
        <Brand />
        <Group gap={4} wrap="nowrap">
          <LanguageSwitch />
          <ThemeSwitch />
        </Group>
      </Group>
      <Container
        component="main"
        id="content"
        tabIndex={-1}
        size={980}
        px="md"
        py={{ base: 'md', sm: 48 }}
        className="quiet-focus"
      >
        <OfflineBand />
        {children ?? <Outlet />}
      </Container>
    </Box>
  );
}
