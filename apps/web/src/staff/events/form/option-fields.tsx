import { Button, Checkbox, Group, Radio, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';

import { newId } from '@aigaq/kernel';

import { RowAction, useTexts } from '../../../shared';
import type { ItemOf, TypeFieldsProps } from './type-fields';

type Item = ItemOf<'choice'> | ItemOf<'multiple_choice'>;
const mostOptions = 12;

/** Options of a single or a multiple choice; the mark before an option says that it is right. */
export function OptionFields({ item, language, editable, errorOf, onChange }: TypeFieldsProps<Item>) {
  const { t } = useTexts();
  const single = item.type === 'choice';
  const withOptions = (options: Item['options']) => onChange({ ...item, options });
  const correctError = errorOf('correct') ?? errorOf('options');
  return (
    <Stack gap="xs" role="group" aria-label={t('field.options')}>
      <Text size="sm" c="dimmed">
        {t(single ? 'form.optionsHelpOne' : 'form.optionsHelpMany')}
      </Text>
      {item.options.map((option, index) => (
        <Group key={option.id} gap="xs" wrap="nowrap" align="center">
          <CorrectMark item={item} optionId={option.id} number={index + 1} editable={editable} onChange={onChange} />
          <TextInput
            aria-label={t('form.option', { number: index + 1 })}
            className="grow"
            lang={language}
            maxLength={2000}
            readOnly={!editable}
            value={option.text}
            error={errorOf(`options.${index}.text`)}
            onChange={(event) => {
              const text = event.currentTarget.value;
              withOptions(item.options.map((old, at) => (at === index ? { ...old, text } : old)));
            }}
          />
          {editable && (
            <RowAction
              label={t('form.removeOption', { number: index + 1 })}
              icon={<IconX size={16} aria-hidden />}
              disabled={item.options.length <= 2}
              onClick={() => onChange(withoutOption(item, option.id))}
            />
          )}
        </Group>
      ))}
      {correctError !== undefined && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {correctError}
        </Text>
      )}
      {editable && (
        <Group>
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            disabled={item.options.length >= mostOptions}
            onClick={() => withOptions([...item.options, { id: newId(), text: '' }])}
          >
            {t('form.addOption')}
          </Button>
        </Group>
      )}
      {item.type === 'multiple_choice' && (
        <Select
          label={t('field.scoring')}
          maw={420}
          allowDeselect={false}
          disabled={!editable}
          data={(['partial', 'all'] as const).map((scoring) => ({
            value: scoring,
            label: t(`form.scoring.${scoring}`),
          }))}
          value={item.scoring}
          onChange={(value) => onChange({ ...item, scoring: value === 'all' ? 'all' : 'partial' })}
        />
      )}
    </Stack>
  );
}

interface CorrectMarkProps {
  item: Item;
  optionId: string;
  number: number;
  editable: boolean;
  onChange: TypeFieldsProps<Item>['onChange'];
}

function CorrectMark({ item, optionId, number, editable, onChange }: CorrectMarkProps) {
  const { t } = useTexts();
  const label = t('form.optionCorrect', { number });
  if (item.type === 'choice') {
    return (
      <Radio
        aria-label={label}
        disabled={!editable}
        checked={item.correct === optionId}
        onChange={() => onChange({ ...item, correct: optionId })}
      />
    );
  }
  return (
    <Checkbox
      aria-label={label}
      disabled={!editable}
      checked={item.correct.includes(optionId)}
      onChange={(event) => {
        const others = item.correct.filter((id) => id !== optionId);
        onChange({ ...item, correct: event.currentTarget.checked ? [...others, optionId] : others });
      }}
    />
  );
}

/** An option that is gone cannot stay the right one. */
function withoutOption(item: Item, optionId: string): Item {
  const options = item.options.filter((option) => option.id !== optionId);
  return item.type === 'choice'
    ? { ...item, options, correct: item.correct === optionId ? '' : item.correct }
    : { ...item, options, correct: item.correct.filter((id) => id !== optionId) };
}
