import { Badge, Button, Drawer, Group, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMessageCircle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

import { Problems, useTexts } from '../../shared';
import { ProblemError } from '../../api/problem-error';
import { newMessageId } from '../live/sitting-line';
import { useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';
import { useAnnounce } from './announcer';
import { MessageList } from './message-list';

/** The talk with the proctor: a button that counts what is unread, and a panel beside the page. */
export function Chat() {
  const { t } = useTexts();
  const session = useSession();
  const { profile } = useSitting();
  const announce = useAnnounce();
  const messages = useValue(session.line.messages);
  const [opened, { open, close }] = useDisclosure(false);
  const received = messages.filter(({ from }) => from !== 'candidate');
  const seen = useValue(session.messagesSeen);
  const known = useRef<number | null>(null);
  const unread = opened ? 0 : Math.max(0, received.length - seen);

  useEffect(() => {
    const last = received.at(-1);
    // What was there when the page opened is no news.
    if (known.current !== null && received.length > known.current && last && !opened)
      announce(t('myChat.announce', { text: last.text }));
    known.current = received.length;
  }, [received, opened, announce, t]);

  // Under this profile nobody watches who could answer.
  if (profile.name === 'none') return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMessageCircle size={20} aria-hidden />}
        rightSection={unread > 0 ? <Badge circle>{unread}</Badge> : undefined}
        aria-label={unread > 0 ? t('myChat.openUnread', { count: unread }) : t('myChat.open')}
        onClick={() => {
          session.noteMessagesSeen(received.length);
          open();
        }}
      >
        {t('myChat.open')}
      </Button>
      <Drawer
        opened={opened}
        onClose={() => {
          session.noteMessagesSeen(received.length);
          close();
        }}
        position="right"
        title={t('myChat.title')}
        closeButtonProps={{ 'aria-label': t('action.close') }}
        transitionProps={{ duration: 0 }}
      >
        <Talk />
      </Drawer>
    </>
  );
}

function Talk() {
  const { t } = useTexts();
  const { line } = useSession();
  const messages = useValue(line.messages);
  const [text, setText] = useState('');
  const [error, setError] = useState<ProblemError | null>(null);
  const [sending, setSending] = useState(false);
  const id = useRef(newMessageId());
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    void end.current?.scrollIntoView({ block: 'nearest' });
  }, [messages]);

  const send = async (): Promise<void> => {
    const words = text.trim();
    if (words === '' || sending) return;
    setSending(true);
    const answered = await line.say(id.current, words);
    setSending(false);
    if (answered.ok) {
      id.current = newMessageId();
      setText('');
      setError(null);
    } else setError(new ProblemError(answered.problems, 0, answered.incident, answered.offline));
  };
  return (
    <Stack>
      {messages.length === 0 ? <Text c="dimmed">{t('myChat.empty')}</Text> : <MessageList messages={messages} />}
      <div ref={end} />
      {error?.offline ? <Text role="alert">{t('myChat.notSent')}</Text> : <Problems error={error} />}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Textarea
          label={t('myChat.message')}
          autosize
          minRows={2}
          maxRows={6}
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="space-between" mt="sm">
          <Button variant="subtle" onClick={() => setText(t('myChat.helpText'))} disabled={text !== ''}>
            {t('myChat.help')}
          </Button>
          <Button type="submit" loading={sending} disabled={text.trim() === ''}>
            {t('action.send')}
          </Button>
        </Group>
      </form>
      <Text size="sm" c="dimmed">
        {t('myChat.kept')}
      </Text>
    </Stack>
  );
}
