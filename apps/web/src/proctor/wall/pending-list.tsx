import { Button, Group, Paper, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useSyncExternalStore } from 'react';

import { useNow, useTexts, useNotify } from '../../shared';
import type { PendingDeed, PendingDeeds } from './pending-deeds';

/** Heavy actions that can still be taken back, with the seconds that are left for it. */
export function PendingList({ pending }: { pending: PendingDeeds }) {
  const deeds = useSyncExternalStore(pending.subscribe, pending.snapshot);
  return (
    <div className="pending-list" role="status">
      {deeds.map((deed) => (
        <Pending key={deed.id} deed={deed} onUndo={() => pending.undo(deed.id)} />
      ))}
    </div>
  );
}

function Pending({ deed, onUndo }: { deed: PendingDeed; onUndo: () => void }) {
  const { t } = useTexts();
  const notify = useNotify();
  const now = useNow(250);
  const seconds = Math.max(0, Math.ceil((deed.dueAt - now.getTime()) / 1000));
  return (
    <Paper withBorder shadow="md" p="sm" radius="md" className="pending">
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm" fw={600} aria-live="off" className="digits">
          {t(deed.kind === 'end' ? 'watch.pending.end' : 'watch.pending.refuse', { name: deed.name, seconds })}
        </Text>
        <Button
          size="compact-md"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={() => {
            onUndo();
            notify.done(t('watch.pending.undone'));
          }}
        >
          {t('watch.pending.undo')}
        </Button>
      </Group>
    </Paper>
  );
}
