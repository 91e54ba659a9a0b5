import { Button, Group, Paper, Text } from '@mantine/core';
import { IconIdBadge2 } from '@tabler/icons-react';

import type { SittingRow } from '@aigaq/contracts';

import { useTexts } from '../../shared';

/**
 * Who waits for somebody to compare document and face; stands above everything. Its place is kept while nobody waits: a
 * strip that comes and goes would move every tile.
 */
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
  return (
    <Paper component="section" className="admission" aria-label={t('watch.admission')} withBorder p="xs" radius="md">
      <Group gap="sm" wrap="nowrap" className="admission-line">
        <Group gap={6} wrap="nowrap" className="no-shrink">
          <IconIdBadge2 size={20} stroke={1.7} aria-hidden />
          <Text fw={600} size="sm">
            {rows.length === 0 ? t('watch.admission.nobody') : `${t('watch.admission')}: ${rows.length}`}
          </Text>
        </Group>
        {rows.map((row) => (
          <Button
            key={row.id}
            size="compact-md"
            className="no-shrink"
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
