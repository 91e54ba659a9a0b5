import { Group } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { Brand } from '../../app/brand';
import { useKeepLanguage } from '../../app/use-keep-language';
import { ButtonLink, LanguageSwitch, ThemeSwitch, useTexts } from '../../shared';

/** The frame of the pages around an exam: nothing but the way back, the language and the page itself. */
export function SittingFrame({ children, back = true }: { children: ReactNode; back?: boolean }) {
  const { t } = useTexts();
  return (
    <div className="sitting-frame">
      <a href="#content" className="skip-link">
        {t('page.skip')}
      </a>
      <Group component="header" justify="space-between" px="md" py="sm" gap="xs" className="no-print">
        <Group gap="sm">
          <Brand />
          {back && (
            <ButtonLink
              to="/my-exams"
              variant="subtle"
              color="gray"
              c="var(--mantine-color-text)"
              leftSection={<IconArrowLeft size={18} aria-hidden />}
            >
              {t('nav.myExams')}
            </ButtonLink>
          )}
        </Group>
        <Group gap={4} wrap="nowrap">
          <LanguageSwitch onChoose={useKeepLanguage()} />
          <ThemeSwitch />
        </Group>
      </Group>
      <main id="content" tabIndex={-1} className="sitting-main quiet-focus">
        {children}
      </main>
    </div>
  );
}
