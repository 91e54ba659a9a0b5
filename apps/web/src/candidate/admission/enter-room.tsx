import { Button, Card, Stack, Text } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';

import { useTexts } from '../../shared';
import { useSession, useSitting } from '../live/use-session';

/** Says that from here on everything is sent and recorded, and begins it when the person says so. */
export function EnterRoom() {
  const { t } = useTexts();
  const session = useSession();
  const { profile } = useSitting();
  const sources = profile.records.map((source) => t(`source.${source}`)).join(', ');
  return (
    <Card withBorder padding="lg">
      <Stack>
        <Text size="lg">
          <IconVideo size={22} aria-hidden className="with-text" /> {t('enterRoom.text', { sources })}
        </Text>
        <Text c="dimmed">{t('enterRoom.help')}</Text>
        <div>
          <Button size="lg" onClick={() => session.enterRoom()}>
            {t('enterRoom.enter')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}
