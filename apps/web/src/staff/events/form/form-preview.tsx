import { Alert, Checkbox, Paper, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';

import type { AuthoredItem } from '@aigaq/contracts';

import { useTexts } from '../../../shared';
import type { DraftItem } from './draft-items';

/** The items as a candidate will see them: without anything that gives the answers away. */
export function FormPreview({ items, language }: { items: readonly DraftItem[]; language: string }) {
  const { t } = useTexts();
  return (
    <Stack>
      <Alert color="lake">{t('form.previewNote')}</Alert>
      {items.map(({ key, item }, index) => (
        <Paper key={key} component="section" withBorder p="lg" radius="md" aria-labelledby={`preview-${key}`}>
          <Stack gap="md">
            <Text size="sm" c="dimmed" id={`preview-${key}`}>
              {t('form.questionOf', { number: index + 1, count: items.length })} ·{' '}
              {t('form.pointsOf', { count: item.points })}
            </Text>
            <Text fz="lg" lang={language} className="prompt">
              {item.prompt}
            </Text>
            <AnswerFields item={item} language={language} name={key} />
          </Stack>
        </Paper>
      ))}
    </Stack>
  );
}

function AnswerFields({ item, language, name }: { item: AuthoredItem; language: string; name: string }) {
  const { t } = useTexts();
  switch (item.type) {
    case 'choice':
      return (
        <Radio.Group aria-label={t('item.yourAnswer')} name={name}>
          <Stack gap="sm">
            {item.options.map((option) => (
              <Radio key={option.id} value={option.id} label={option.text} lang={language} size="md" />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'multiple_choice':
      return (
        <Checkbox.Group aria-label={t('item.yourAnswer')}>
          <Stack gap="sm">
            {item.options.map((option) => (
              <Checkbox key={option.id} value={option.id} label={option.text} lang={language} size="md" />
            ))}
          </Stack>
        </Checkbox.Group>
      );
    case 'text_entry':
      return <TextInput label={t('item.yourAnswer')} lang={language} size="md" maw={480} />;
    case 'extended_text':
      return (
        <Textarea
          label={t('item.yourAnswer')}
          description={item.maxWords === null ? undefined : t('item.words', { count: item.maxWords })}
          lang={language}
          size="md"
          autosize
          minRows={6}
        />
      );
  }
}
