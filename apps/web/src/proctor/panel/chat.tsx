import { ActionIcon, Group, Menu, Text, Textarea } from '@mantine/core';
import { IconMessageBolt, IconSend } from '@tabler/icons-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';

import { newId } from '@aigaq/kernel';
import type { MessageView, SittingDetail } from '@aigaq/contracts';

import { asProblemError } from '../../api/call';
import { useCan, useMe } from '../../app/session';
import { useNotify, useTexts } from '../../shared';
import { useKeys } from '../../shared/use-keys';
import { may } from './may';
import { useDeeds } from './use-deeds';

const templates = ['face', 'light', 'alone', 'phone', 'seen', 'goOn'] as const;

interface Unsent {
  id: string;
  text: string;
  failed: boolean;
}

/** The talk with the candidate. Ready-made lines come in the language of the event and can be changed before they go. */
export function Chat({ detail }: { detail: SittingDetail }) {
  const { t } = useTexts();
  const can = useCan();
  const { i18n } = useTranslation();
  const { connection } = useDeeds();
  const notify = useNotify();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  const known = new Set(detail.messages.map((message) => message.id));
  const open = can('sitting.message') && may.say(detail.row.state);
  const inEventLanguage = i18n.getFixedT(detail.event.language);

  useKeys({ T: () => field.current?.focus() });
  const send = async ({ id, text: words }: Pick<Unsent, 'id' | 'text'>): Promise<void> => {
    setUnsent((before) => [...before.filter((each) => each.id !== id), { id, text: words, failed: false }]);
    try {
      await connection.command('say', { sittingId: detail.row.id, id, text: words });
      setUnsent((before) => before.filter((each) => each.id !== id));
    } catch (error) {
      setUnsent((before) => before.map((each) => (each.id === id ? { ...each, failed: true } : each)));
      if (!asProblemError(error).offline) notify.failed(error);
    }
  };
  const submit = (): void => {
    const words = text.trim();
    if (words === '') return;
    setText('');
    void send({ id: newId<string>(), text: words });
  };
  const hear = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    submit();
  };
  return (
    <div className="chat">
      <Talk messages={detail.messages} unsent={unsent.filter((each) => !known.has(each.id))} onRetry={send} />
      {open ? (
        <Group gap={6} align="flex-end" wrap="nowrap">
          <Menu position="top-start" width={320}>
            <Menu.Target>
              <ActionIcon variant="default" size="lg" aria-label={t('watch.chat.templates')}>
                <IconMessageBolt size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {templates.map((template) => (
                <Menu.Item
                  key={template}
                  onClick={() => {
                    setText(inEventLanguage(`watch.template.say.${template}`));
                    setTimeout(() => field.current?.focus());
                  }}
                >
                  {t(`watch.template.say.${template}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <Textarea
            ref={field}
            className="chat-field"
            aria-label={t('watch.chat.text')}
            aria-keyshortcuts="t"
            placeholder={t('watch.chat.text')}
            autosize
            minRows={1}
            maxRows={5}
            maxLength={2000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={hear}
          />
          <ActionIcon size="lg" aria-label={t('action.send')} disabled={text.trim() === ''} onClick={submit}>
            <IconSend size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t('watch.chat.closed')}
        </Text>
      )}
    </div>
  );
}

interface TalkProps {
  messages: readonly MessageView[];
  unsent: readonly Unsent[];
  onRetry: (message: Unsent) => void;
}

function Talk({ messages, unsent, onRetry }: TalkProps) {
  const { t } = useTexts();
  const me = useMe();
  const list = useRef<HTMLOListElement>(null);
  const count = messages.length + unsent.length;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  if (count === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('watch.chat.none')}
      </Text>
    );
  const myName = [me.familyName, me.givenName, me.patronymic].filter((part) => part !== null).join(' ');
  return (
    <ol ref={list} className="talk" aria-live="polite" aria-label={t('watch.chat')} tabIndex={0}>
      {messages.map((message) => (
        <Said key={message.id} message={message} mine={message.name === myName} />
      ))}
      {unsent.map((message) => (
        <li key={message.id} data-from="proctor">
          <Text size="sm">{message.text}</Text>
          <Text size="xs" c="dimmed">
            {message.failed ? (
              <button type="button" className="link-button" onClick={() => onRetry(message)}>
                {t('watch.chat.failed')}. {t('action.retry')}
              </button>
            ) : (
              t('watch.chat.sending')
            )}
          </Text>
        </li>
      ))}
    </ol>
  );
}

function Said({ message, mine }: { message: MessageView; mine: boolean }) {
  const { t, time } = useTexts();
  const name = message.from === 'system' ? t('watch.chat.system') : mine ? t('watch.chat.me') : message.name;
  return (
    <li data-from={message.from}>
      <Text size="xs" c="dimmed">
        {name} · <span className="digits">{time(message.at)}</span>
      </Text>
      <Text size="sm" className="said">
        {message.text}
      </Text>
    </li>
  );
}
