import { Button, Group, Modal, NumberInput, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';

import type { SittingRow } from '@aigaq/contracts';

import { useTexts } from '../../shared';
import { useDeeds } from './use-deeds';

const usual = [5, 10, 15, 30];
const mostMinutes = 120;

interface DialogProps {
  row: SittingRow;
  opened: boolean;
  onClose: () => void;
}

export function GrantDialog({ row, opened, onClose }: DialogProps) {
  const { t } = useTexts();
  return (
    <Modal opened={opened} onClose={onClose} title={t('watch.grant.title', { name: row.name })} centered>
      <GrantForm row={row} onClose={onClose} />
    </Modal>
  );
}

function GrantForm({ row, onClose }: Omit<DialogProps, 'opened'>) {
  const { t } = useTexts();
  const { connection, on, tell } = useDeeds();
  const [minutes, setMinutes] = useState<number | ''>(10);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const [sending, setSending] = useState(false);
  const valid = minutes !== '' && minutes >= 1 && minutes <= mostMinutes && reason.trim().length >= 3;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (!valid) return;
    setSending(true);
    const done = await tell(
      t('watch.grant.done'),
      connection.command('grant', { ...on(row), seconds: minutes * 60, reason: reason.trim() }),
    );
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
        <Group align="flex-end" gap="xs">
          <NumberInput
            label={t('watch.grant.minutes')}
            min={1}
            max={mostMinutes}
            allowDecimal={false}
            required
            data-autofocus
            w={130}
            value={minutes}
            onChange={(value) => setMinutes(typeof value === 'number' ? value : '')}
          />
          {usual.map((value) => (
            <Button key={value} variant="default" size="compact-md" onClick={() => setMinutes(value)}>
              {t('time.minutes', { minutes: value })}
            </Button>
          ))}
        </Group>
        <Textarea
          label={t('watch.reasonForCandidate')}
          description={t('confirm.reasonHelp')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          value={reason}
          error={tried && reason.trim().length < 3 ? t('confirm.reasonMissing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" formNoValidate loading={sending}>
            {t('watch.grant')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
