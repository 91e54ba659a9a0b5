import { Button, Group, Paper, Text } from '@mantine/core';
import { IconIdBadge2 } from '@tabler/icons-react';

import type { SittingRow } from '@aigaq/contracts';

import { useTexts } from '../../shared';

/** Who waits for somebody to compare document and face; stands above everything, and only while somebody waits. */
export function AdmissionStrip({
  rows,
  openId,
  onOpen,
}: {
  rows: readonly SittingRow[];
  openId: string | null;
  onOpen: (id: string) => void;
}) {
  const { t } = useTexts();
  if (rows.length === 0) return null;
  return (
    <Paper component="section" className="admission" aria-label={t('watch.admission')} withBorder p="xs" radius="md">
      <Group gap="sm">
        <Group gap={6} wrap="nowrap">
          <IconIdBadge2 size={20} stroke={1.7} aria-hidden />
          <Text fw={600} size="sm">
            {t('watch.admission')}: {rows.length}
          </Text>
        </Group>
        {rows.map((row) => (
          <Button
            key={row.id}
            size="compact-md"
            variant={row.id === openId ? 'filled' : 'default'}
            aria-label={t('watch.admit', { name: row.name })}
            onClick={() => onOpen(row.id)}
          >
            {row.name}
          </Button>
        ))}
      </Group>
    </Paper>
  );
}
