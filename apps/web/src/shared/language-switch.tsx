import { Group, UnstyledButton, VisuallyHidden } from '@mantine/core';

import { languages, type Language } from '@aigaq/contracts';

import { useChooseLanguage, useTexts } from './i18n';

/** Switches the whole page at once. `onChoose` besides, where the choice is kept for the person. */
export function LanguageSwitch({ onChoose }: { onChoose?: ((language: Language) => void) | undefined }) {
  const { t, language } = useTexts();
  const choose = useChooseLanguage();
  return (
    <Group gap={2} role="group" aria-label={t('language.choose')} wrap="nowrap">
      {languages.map((code) => (
        <UnstyledButton
          key={code}
          lang={code}
          aria-pressed={code === language}
          className="language-button"
          onClick={() => {
            choose(code);
            onChoose?.(code);
          }}
        >
          <span aria-hidden>{t(`language.short.${code}`)}</span>
          <VisuallyHidden>{t(`language.${code}`)}</VisuallyHidden>
        </UnstyledButton>
      ))}
    </Group>
  );
}
