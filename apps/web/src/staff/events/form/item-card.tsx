import { Group, Paper, Stack, Text, Textarea, NumberInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import type { AuthoredItem } from '@aigaq/contracts';

import { RowAction, useTexts } from '../../../shared';
import type { DraftItem } from './draft-items';
import { ExtendedTextFields } from './extended-text-fields';
import { OptionFields } from './option-fields';
import { TextEntryFields } from './text-entry-fields';
import type { TypeFieldsProps } from './type-fields';

interface ItemCardProps {
  draft: DraftItem;
  number: number;
  last: boolean;
  language: string;
  editable: boolean;
  errorOf: (path: string) => ReactNode;
  onChange: (item: AuthoredItem) => void;
  onMove: (by: number) => void;
  onDuplicate: () => void;
  onRemove: () => void;
}

export function ItemCard(props: ItemCardProps) {
  const { draft, number, last, language, editable, errorOf, onChange } = props;
  const { item } = draft;
  const { t } = useTexts();
  const icon = { size: 18, 'aria-hidden': true } as const;
  return (
    <Paper component="section" withBorder p="md" radius="md" aria-label={t('form.itemNumber', { number })}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="xs">
            <Text fw={600}>{number}.</Text>
            <Text c="dimmed" size="sm">
              {t(`item.type.${item.type}`)}
            </Text>
          </Group>
          {editable && (
            <Group gap={2} wrap="nowrap">
              <RowAction
                label={t('form.moveUp', { number })}
                icon={<IconArrowUp {...icon} />}
                disabled={number === 1}
                onClick={() => props.onMove(-1)}
              />
              <RowAction
                label={t('form.moveDown', { number })}
                icon={<IconArrowDown {...icon} />}
                disabled={last}
                onClick={() => props.onMove(1)}
              />
              <RowAction
                label={t('form.duplicate', { number })}
                icon={<IconCopy {...icon} />}
                onClick={props.onDuplicate}
              />
              <RowAction
                label={t('form.remove', { number })}
                icon={<IconTrash {...icon} />}
                danger
                onClick={props.onRemove}
              />
            </Group>
          )}
        </Group>
        <Group align="flex-start" gap="sm" className="prompt-line">
          <Textarea
            label={t('field.prompt')}
            lang={language}
            required
            autosize
            minRows={2}
            maxLength={10_000}
            readOnly={!editable}
            value={item.prompt}
            error={errorOf('prompt')}
            onChange={(event) => onChange({ ...item, prompt: event.currentTarget.value })}
          />
          <NumberInput
            label={t('field.points')}
            w={110}
            min={0.5}
            max={100}
            step={0.5}
            decimalScale={1}
            readOnly={!editable}
            value={item.points}
            error={errorOf('points')}
            onChange={(value) => onChange({ ...item, points: Number(value) })}
          />
        </Group>
        <TypeFields item={item} language={language} editable={editable} errorOf={errorOf} onChange={onChange} />
      </Stack>
    </Paper>
  );
}

function TypeFields({ item, ...rest }: TypeFieldsProps<AuthoredItem>) {
  switch (item.type) {
    case 'choice':
    case 'multiple_choice':
      return <OptionFields item={item} {...rest} />;
    case 'text_entry':
      return <TextEntryFields item={item} {...rest} />;
    case 'extended_text':
      return <ExtendedTextFields item={item} {...rest} />;
  }
}
