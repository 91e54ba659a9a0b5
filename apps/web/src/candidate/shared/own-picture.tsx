import { Text } from '@mantine/core';

import { TrackView } from '../../media';
import { useTexts } from '../../shared';
import { useLight } from './use-track';

interface OwnPictureProps {
  track: MediaStreamTrack | null;
  guide?: 'face' | 'document';
  hint?: boolean;
}

/** One's own camera, as in a mirror, with an outline of where face or document should be. */
export function OwnPicture({ track, guide, hint = false }: OwnPictureProps) {
  const { t } = useTexts();
  return (
    <div>
      <div className="own-picture" data-mirrored={guide === 'document' ? undefined : true}>
        <TrackView track={track} label={t('deviceCheck.ownPicture')} />
        {!track && <Text className="own-picture-empty">{t('deviceCheck.noPicture')}</Text>}
        {guide && track && <Guide of={guide} />}
      </div>
      {hint && <LightHint track={track} />}
    </div>
  );
}

function Guide({ of }: { of: 'face' | 'document' }) {
  return (
    <svg viewBox="0 0 640 480" className="own-picture-guide" aria-hidden focusable="false">
      {of === 'face' ? (
        <ellipse cx="320" cy="230" rx="130" ry="172" />
      ) : (
        // An identity card is 85.6 by 54 mm (ISO/IEC 7810 ID-1).
        <rect x="90" y="95" width="460" height="290" rx="18" />
      )}
    </svg>
  );
}

/** Says what would help, and nothing about the person. */
function LightHint({ track }: { track: MediaStreamTrack | null }) {
  const { t } = useTexts();
  const light = useLight(track);
  if (light === null) return <Text mt="xs">&nbsp;</Text>;
  const key = light < 60 ? 'dark' : light > 215 ? 'bright' : 'good';
  return <Text mt="xs">{t(`deviceCheck.light.${key}`)}</Text>;
}
