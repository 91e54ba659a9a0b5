import { Button, Group, Text } from '@mantine/core';
import { IconEar, IconEarOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

import type { SittingRow } from '@aigaq/contracts';

import { TrackView } from '../../media';
import { useTexts } from '../../shared';
import { useKeys } from '../../shared/use-keys';
import { useTrack } from '../wall/use-track';

/** Camera and screen of the open candidate in full, and the sound when the proctor wants to hear it. */
export function Pictures({ row }: { row: SittingRow }) {
  const { t } = useTexts();
  const [listening, setListening] = useState(false);
  const camera = useTrack(row.id, 'camera', 'full', true);
  const screen = useTrack(row.id, 'screen', 'full', true);
  const toggle = (): void => setListening((before) => !before);
  useKeys({ L: toggle });
  return (
    <div className="panel-pictures">
      <div className="picture" data-source="camera">
        {camera ? (
          <TrackView track={camera} label={t('watch.camera', { name: row.name })} />
        ) : (
          <span className="picture-none">{t('watch.tile.noCamera')}</span>
        )}
      </div>
      <div className="picture" data-source="screen">
        {screen ? (
          <TrackView track={screen} label={t('watch.screen', { name: row.name })} />
        ) : (
          <span className="picture-none">{t('watch.tile.noScreen')}</span>
        )}
      </div>
      <Group gap="xs" className="panel-listen">
        <Button
          size="compact-sm"
          variant={listening ? 'filled' : 'default'}
          aria-pressed={listening}
          aria-keyshortcuts="l"
          leftSection={listening ? <IconEar size={16} aria-hidden /> : <IconEarOff size={16} aria-hidden />}
          onClick={toggle}
        >
          {t(listening ? 'watch.panel.listenStop' : 'watch.panel.listen')}
          <kbd aria-hidden>L</kbd>
        </Button>
        {listening && <Listening key={row.id} sittingId={row.id} />}
      </Group>
    </div>
  );
}

function Listening({ sittingId }: { sittingId: string }) {
  const { t } = useTexts();
  const track = useTrack(sittingId, 'microphone', 'full', true);
  const element = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const audio = element.current;
    if (!audio || !track) return undefined;
    audio.srcObject = new MediaStream([track]);
    void audio.play().catch(() => undefined);
    return () => {
      audio.srcObject = null;
    };
  }, [track]);
  return (
    <>
      <audio ref={element} autoPlay />
      {!track && (
        <Text size="sm" c="dimmed" role="status">
          {t('watch.panel.noSound')}
        </Text>
      )}
    </>
  );
}
