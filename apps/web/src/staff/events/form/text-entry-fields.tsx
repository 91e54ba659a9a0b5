import { Checkbox, Stack, Textarea } from '@mantine/core';

import { useTexts } from '../../../shared';
import type { ItemOf, TypeFieldsProps } from './type-fields';

export function TextEntryFields({
  item,
  language,
  editable,
  errorOf,
  onChange,
}: TypeFieldsProps<ItemOf<'text_entry'>>) {
  const { t } = useTexts();
  const error =
    errorOf('accepted') ??
    item.accepted.map((_, index) => errorOf(`accepted.${index}`)).find((found) => found !== undefined);
  return (
    <Stack gap="xs">
      <Textarea
        label={t('field.accepted')}
        description={t('form.acceptedHelp')}
        lang={language}
        autosize
        minRows={2}
        readOnly={!editable}
        value={item.accepted.join('\n')}
        error={error}
        onChange={(event) => onChange({ ...item, accepted: event.currentTarget.value.split('\n') })}
      />
      <Checkbox
        label={t('form.caseSensitive')}
        disabled={!editable}
        checked={item.caseSensitive}
        onChange={(event) => onChange({ ...item, caseSensitive: event.currentTarget.checked })}
      />
    </Stack>
  );
}
