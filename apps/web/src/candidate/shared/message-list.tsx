import { Text } from '@mantine/core';

import type { MessageView } from '@aigaq/contracts';

import { useTexts } from '../../shared';

/** The talk with the proctor, oldest first. */
export function MessageList({ messages }: { messages: readonly MessageView[] }) {
  const { t, time } = useTexts();
  return (
    <ol className="plain-list messages">
      {messages.map((message) => (
        <li key={message.id} className="message" data-from={message.from}>
          <Text size="sm" c="dimmed">
            {message.from === 'candidate' ? t('myChat.me') : t(`myChat.from.${message.from}`, { name: message.name })} ·{' '}
            {time(message.at)}
          </Text>
          <Text className="own-words">{message.text}</Text>
        </li>
      ))}
    </ol>
  );
}
