import { Button, Card, Stack, Text } from '@mantine/core';
import { IconVideo } from '@tabler/icons-react';

import { useTexts } from '../../shared';
import { useSession, useSitting } from '../live/use-session';

/** Says that from here on everything is sent and recorded, and begins it when the person says so. */
export function EnterRoom({ onEnter }: { onEnter: () => void }) {
  const { t } = useTexts();
  const session = useSession();
  const { profile } = useSitting();
  const sources = profile.records.map((source) => t(`source.${source}`)).join(', ');
  return (
    <Card withBorder padding="lg">
      <Stack>
        <Text size="lg">
          <IconVideo size={22} aria-hidden className="with-text" /> {t('room.text', { sources })}
        </Text>
        <Text c="dimmed">{t('room.help')}</Text>
        <div>
          <Button
            size="lg"
            onClick={() => {
              session.enterRoom();
              onEnter();
            }}
          >
            {t('room.enter')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}
