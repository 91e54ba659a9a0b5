import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';

import { useKeepLanguage } from '../../app/use-keep-language';
import { TrackView } from '../../media';
import { LanguageSwitch, ThemeSwitch, useTexts } from '../../shared';
import { useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';
import { Chat } from '../shared/chat';

/** Own picture, the proctor, what may be used, the language. */
export function ExamFoot() {
  const { t } = useTexts();
  const { event } = useSitting();
  return (
    <footer className="exam-foot">
      <OwnCamera />
      <Group gap="sm">
        <Chat />
      </Group>
      <details className="aids">
        <summary>{t('examPage.aids')}</summary>
        <Text className="own-words">{event.aids === '' ? t('examPage.noAids') : event.aids}</Text>
      </details>
      <Group gap={4} wrap="nowrap">
        <LanguageSwitch onChoose={useKeepLanguage()} />
        <ThemeSwitch />
      </Group>
    </footer>
  );
}

function OwnCamera() {
  const { t } = useTexts();
  const { profile } = useSitting();
  const camera = useValue(useSession().media.camera);
  const [shown, setShown] = useState(() => localStorage.getItem('aigaq.ownPicture') !== 'hidden');
  if (!profile.records.includes('camera')) return null;
  const turn = (): void => {
    localStorage.setItem('aigaq.ownPicture', shown ? 'hidden' : 'shown');
    setShown(!shown);
  };
  return (
    <Group gap="sm" wrap="nowrap">
      {shown && (
        <div className="foot-picture">
          <TrackView track={camera} label={t('deviceCheck.ownPicture')} />
        </div>
      )}
      <Button variant="subtle" color="gray" c="var(--mantine-color-text)" onClick={turn} className="wrap-button">
        {t(shown ? 'examPage.hidePicture' : 'examPage.showPicture')}
      </Button>
    </Group>
  );
}
