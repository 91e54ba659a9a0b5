import { useEffect, useState } from 'react';

import { useTexts } from '../../shared';
import { useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';
import { Band } from './band';
import { ShareHelp } from '../admission/share-help';

/** Says which of camera, microphone and screen is off, and turns it on again. Nothing ends because of it. */
export function MediaBands() {
  const { profile } = useSitting();
  const { media } = useSession();
  const camera = useValue(media.camera);
  const microphone = useValue(media.microphone);
  const screen = useValue(media.screen);
  const missing = (['camera', 'microphone'] as const).filter(
    (source) => profile.records.includes(source) && (source === 'camera' ? camera : microphone) === null,
  );
  return (
    <>
      {missing.length > 0 && <DeviceBand missing={missing} />}
      {profile.records.includes('screen') && screen === null && <ScreenBand />}
    </>
  );
}

function DeviceBand({ missing }: { missing: readonly ('camera' | 'microphone')[] }) {
  const { t } = useTexts();
  const { media } = useSession();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const wanted = missing.join(' ');
  const open = async (): Promise<void> => {
    setBusy(true);
    setFailed((await media.open(missing)) !== null);
    setBusy(false);
  };
  // The browser was allowed to before: after a reload, and when a plug is back, nobody has to click for it.
  useEffect(() => {
    const sources = wanted.split(' ') as ('camera' | 'microphone')[];
    let left = false;
    const quietly = async (): Promise<void> => {
      const failure = await media.open(sources);
      if (!left) setFailed(failure !== null);
    };
    void quietly();
    const changed = (): void => void quietly();
    navigator.mediaDevices?.addEventListener('devicechange', changed);
    return () => {
      left = true;
      navigator.mediaDevices?.removeEventListener('devicechange', changed);
    };
  }, [wanted, media]);
  const key = missing.length === 2 ? 'both' : missing[0] === 'camera' ? 'camera' : 'microphone';
  return (
    <Band action={{ label: t('examBand.turnOn'), run: () => void open(), busy }}>
      {t(`examBand.${key}`)} {failed && t('examBand.deviceHelp')}
    </Band>
  );
}

function ScreenBand() {
  const { t } = useTexts();
  const session = useSession();
  const [wrong, setWrong] = useState(false);
  const share = async (): Promise<void> => {
    const answer = await session.away(() => session.media.share());
    setWrong(answer === 'wrong_surface');
  };
  return (
    <>
      <Band action={{ label: t('deviceCheck.share'), run: () => void share() }}>
        {t(wrong ? 'deviceCheck.failure.wrong_surface' : 'examBand.screen')}
      </Band>
      {wrong && <ShareHelp />}
    </>
  );
}
