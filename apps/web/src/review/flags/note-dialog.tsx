import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';

import type { FlagView } from '@aigaq/contracts';

import { useTexts } from '../../shared';
import type { Triage } from './use-triage';

interface NoteDialogProps {
  flag: FlagView | null;
  onClose: () => void;
  onVerdict: (triage: Triage) => void;
}

/** A note goes with a verdict: what was seen, and what it means. */
export function NoteDialog({ flag, onClose, onVerdict }: NoteDialogProps) {
  const { t } = useTexts();
  return (
    <Modal opened={flag !== null} onClose={onClose} title={t('review.flags.noteTitle')} centered>
      {flag && <NoteForm flag={flag} onClose={onClose} onVerdict={onVerdict} />}
    </Modal>
  );
}

function NoteForm({ flag, onClose, onVerdict }: { flag: FlagView } & Omit<NoteDialogProps, 'flag'>) {
  const { t } = useTexts();
  const [note, setNote] = useState(flag.triageNote);
  const decide = (verdict: 'confirmed' | 'dismissed') => (): void => {
    onVerdict({ flag, verdict, note: note.trim() });
    onClose();
  };
  return (
    <Stack>
      <Textarea
        label={t('review.flags.noteLabel')}
        description={t('review.flags.noteHelp')}
        autosize
        minRows={3}
        maxLength={2000}
        data-autofocus
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button variant="default" onClick={decide('dismissed')}>
          {t('review.flags.dismiss')}
        </Button>
        <Button onClick={decide('confirmed')}>{t('review.flags.confirm')}</Button>
      </Group>
    </Stack>
  );
}
