import { Button, Group, Modal, NumberInput, Select, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { flagSeverity, manualCodes, routes } from '@aigaq/contracts';

import { call, keyOf } from '../../api/call';
import { Problems, useNotify, useTexts } from '../../shared';

type ManualCode = (typeof manualCodes)[number];

interface AddFlagProps {
  sittingId: string;
  /** Where the player stands. */
  at: number | null;
  opened: boolean;
  onClose: () => void;
}

export function AddFlagDialog({ sittingId, at, opened, onClose }: AddFlagProps) {
  const { t } = useTexts();
  return (
    <Modal opened={opened && at !== null} onClose={onClose} title={t('review.flags.add')} centered>
      {at !== null && <AddFlagForm sittingId={sittingId} at={at} onClose={onClose} />}
    </Modal>
  );
}

function AddFlagForm({ sittingId, at, onClose }: { sittingId: string; at: number; onClose: () => void }) {
  const { t, timeWithSeconds } = useTexts();
  const notify = useNotify();
  const client = useQueryClient();
  // The player may go on while the words are written.
  const [from] = useState(at);
  const [code, setCode] = useState<ManualCode>('CON-01');
  const [seconds, setSeconds] = useState<number | ''>(10);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: (length: number) =>
      call(routes.addFlag, {
        params: { id: sittingId },
        body: {
          code,
          note: note.trim(),
          startedAt: new Date(from).toISOString(),
          endedAt: new Date(from + length * 1000).toISOString(),
        },
      }),
    onSuccess: async () => {
      notify.done(t('review.flags.added'));
      onClose();
      await client.invalidateQueries({ queryKey: keyOf(routes.getSitting, { params: { id: sittingId } }) });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (note.trim().length >= 3 && seconds !== '') add.mutate(seconds);
      }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('review.flags.addHelp')} {timeWithSeconds(new Date(from))}
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
        <NumberInput
          label={t('review.flags.addLength')}
          min={1}
          max={3600}
          allowDecimal={false}
          required
          value={seconds}
          onChange={(value) => setSeconds(typeof value === 'number' ? value : '')}
        />
        <Textarea
          label={t('watch.flags.words')}
          required
          autosize
          minRows={2}
          maxLength={2000}
          value={note}
          error={tried && note.trim().length < 3 ? t('confirm.reasonMissing') : undefined}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Problems error={add.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" formNoValidate loading={add.isPending}>
            {t('review.flags.add')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
