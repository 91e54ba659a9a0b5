import { NumberInput, Stack, Textarea } from '@mantine/core';

import { useTexts } from '../../../shared';
import type { ItemOf, TypeFieldsProps } from './type-fields';

export function ExtendedTextFields({
  item,
  language,
  editable,
  errorOf,
  onChange,
}: TypeFieldsProps<ItemOf<'extended_text'>>) {
  const { t } = useTexts();
  return (
    <Stack gap="xs">
      <Textarea
        label={t('field.guidance')}
        description={t('form.guidanceHelp')}
        lang={language}
        autosize
        minRows={2}
        maxLength={5000}
        readOnly={!editable}
        value={item.guidance}
        error={errorOf('guidance')}
        onChange={(event) => onChange({ ...item, guidance: event.currentTarget.value })}
      />
      <NumberInput
        label={t('field.maxWords')}
        placeholder={t('form.noLimit')}
        w={180}
        min={10}
        max={10_000}
        allowDecimal={false}
        readOnly={!editable}
        value={item.maxWords ?? ''}
        error={errorOf('maxWords')}
        onChange={(value) => onChange({ ...item, maxWords: typeof value === 'number' ? value : null })}
      />
    </Stack>
  );
}
