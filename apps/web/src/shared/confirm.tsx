import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { createContext, useCallback, useContext, useMemo, useRef, useState, type ReactNode } from 'react';

import { useTexts } from './i18n';

export interface ConfirmQuestion {
  title: string;
  text?: ReactNode;
  /** What the button says: the action itself, not "OK". */
  action: string;
  danger?: boolean;
  /** Whether a reason is asked for; a required one has three characters at least, as the routes demand. */
  reason?: 'required' | 'optional';
  /** What the field for the reason is called, where "Reason" is too little. */
  reasonLabel?: string;
}

/** `const answer = await confirm({ … })`: null where the person thought better of it. */
export type Confirm = (question: ConfirmQuestion) => Promise<{ reason: string } | null>;

const Context = createContext<Confirm | null>(null);

export function useConfirm(): Confirm {
  const confirm = useContext(Context);
  if (!confirm) throw new Error('ConfirmProvider is missing');
  return confirm;
}

export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<ConfirmQuestion | null>(null);
  const [opened, setOpened] = useState(false);
  const settle = useRef<(answer: { reason: string } | null) => void>(() => undefined);

  const confirm = useCallback<Confirm>(
    (next) =>
      new Promise((resolve) => {
        settle.current(null);
        settle.current = resolve;
        setQuestion(next);
        setOpened(true);
      }),
    [],
  );
  const answer = useCallback((given: { reason: string } | null) => {
    setOpened(false);
    settle.current(given);
  }, []);
  const value = useMemo(() => confirm, [confirm]);

  return (
    <Context value={value}>
      {children}
      <Modal opened={opened} onClose={() => answer(null)} title={question?.title} centered returnFocus>
        {question && <Question question={question} onAnswer={answer} />}
      </Modal>
    </Context>
  );
}

interface QuestionProps {
  question: ConfirmQuestion;
  onAnswer: (answer: { reason: string } | null) => void;
}

function Question({ question, onAnswer }: QuestionProps) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = () => {
    if (question.reason === 'required' && reason.trim().length < 3) setMissing(true);
    else onAnswer({ reason: reason.trim() });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack>
        {question.text !== undefined && <Text component="div">{question.text}</Text>}
        {question.reason !== undefined && (
          <Textarea
            label={question.reasonLabel ?? t('confirm.reason')}
            description={t('confirm.reasonHelp')}
            required={question.reason === 'required'}
            withAsterisk={question.reason === 'required'}
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            value={reason}
            error={missing && reason.trim().length < 3 ? t('confirm.reasonMissing') : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => onAnswer(null)}>
            {t('action.cancel')}
          </Button>
          <Button
            type="submit"
            formNoValidate
            color={question.danger ? 'red' : 'lake'}
            data-autofocus={question.reason === undefined || undefined}
          >
            {question.action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
