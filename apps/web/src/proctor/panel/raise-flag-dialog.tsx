import { Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';

import { flagSeverity, manualCodes, type SittingRow } from '@aigaq/contracts';

import { useTexts } from '../../shared';
import { useDeeds, useWall } from './use-deeds';

type ManualCode = (typeof manualCodes)[number];

/** Seconds ago that something may have begun. */
const beginnings = [0, 15, 30, 60, 120, 300];

interface DialogProps {
  row: SittingRow;
  opened: boolean;
  onClose: () => void;
}

export function RaiseFlagDialog({ row, opened, onClose }: DialogProps) {
  const { t } = useTexts();
  return (
    <Modal opened={opened} onClose={onClose} title={t('watch.flags.raiseTitle')} centered>
      <RaiseFlagForm row={row} onClose={onClose} />
    </Modal>
  );
}

function RaiseFlagForm({ row, onClose }: Omit<DialogProps, 'opened'>) {
  const { t, duration } = useTexts();
  const { connection: wall } = useWall();
  const { connection, on, tell } = useDeeds();
  const [code, setCode] = useState<ManualCode>('CON-01');
  const [ago, setAgo] = useState(0);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  // When the dialog was opened is when it was seen, however long the words take.
  const [openedAt] = useState(() => Date.now());
  const submit = async (): Promise<void> => {
    setTried(true);
    if (note.trim().length < 3) return;
    setSending(true);
    const startedAt = new Date(openedAt + wall.snapshot().serverAhead - ago * 1000).toISOString();
    const flag = connection.command('flag', { ...on(row), code, note: note.trim(), startedAt });
    const done = await tell(t('watch.flags.raised'), flag);
    setSending(false);
    if (done) onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('watch.flags.raiseHelp')}
        </Text>
        <Select
          label={t('watch.flags.what')}
          data={manualCodes.map((each) => ({
            value: each,
            label: `${t(`flag.${each}.name`)} (${t(`record.severity.${flagSeverity[each]}`)})`,
          }))}
          value={code}
          allowDeselect={false}
          data-autofocus
          onChange={(value) => value && setCode(value)}
        />
        <Select
          label={t('watch.flags.since')}
          data={beginnings.map((seconds) => ({
            value: String(seconds),
            label: seconds === 0 ? t('watch.flags.justNow') : t('watch.flags.ago', { duration: duration(seconds) }),
          }))}
          value={String(ago)}
          allowDeselect={false}
          onChange={(value) => setAgo(Number(value))}
        />
        <Textarea
          label={t('watch.flags.words')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={note}
          error={tried && note.trim().length < 3 ? t('confirm.reasonMissing') : undefined}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" formNoValidate loading={sending}>
            {t('watch.flags.raise')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
