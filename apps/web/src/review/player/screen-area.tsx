import { ActionIcon, Alert, Button, Loader, Text, Tooltip } from '@mantine/core';
import { IconArrowsMaximize, IconPlayerSkipForward, IconVideoOff } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

import type { Source } from '@aigaq/contracts';

import { useMe } from '../../app/session';
import { useTexts } from '../../shared';
import type { PlayerView, ReviewPlayer, Skipped } from './review-player';
import { causeAt, type SegmentIndex } from './segment-index';
import type { SourceState } from './source-track';

interface ScreenAreaProps {
  player: ReviewPlayer;
  view: PlayerView;
  index: SegmentIndex;
  pauses: readonly { from: number; to: number }[];
}

/** Camera and screen side by side, one of them large, and the sound; says where something is missing, and why. */
export function ScreenArea({ player, view, index, pauses }: ScreenAreaProps) {
  const { t } = useTexts();
  const [large, setLarge] = useState<'camera' | 'screen'>('screen');
  const pictures = index.sources.filter((source) => source !== 'microphone');
  const big = pictures.includes(large) ? large : pictures[0];
  return (
    <div className="screens" data-count={pictures.length} data-large={big}>
      {pictures.map((source) => (
        <div key={source} className="screen-box" data-source={source} data-big={source === big || undefined}>
          <PlayedElement player={player} source={source} />
          <Watermark />
          <Overlay player={player} source={source} state={view.sources[source]} view={view} index={index} />
          {source !== big && (
            <Tooltip label={t('review.player.larger', { source: t(`source.${source}`) })}>
              <ActionIcon
                className="enlarge"
                variant="default"
                size="sm"
                aria-label={t('review.player.larger', { source: t(`source.${source}`) })}
                onClick={() => setLarge(source)}
              >
                <IconArrowsMaximize size={14} aria-hidden />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      ))}
      {index.sources.includes('microphone') && <PlayedElement player={player} source="microphone" />}
      <div role="status" className="screen-notice">
        {view.skipped && <SkippedNotice key={view.skipped.from} skipped={view.skipped} pauses={pauses} />}
        {view.waiting === 'live' && <Text size="sm">{t('review.player.waitingLive')}</Text>}
        {view.sources.microphone === 'gap' && (
          <Text size="sm">{t('review.player.gap', { source: t('source.microphone') })}</Text>
        )}
      </div>
    </div>
  );
}

function PlayedElement({ player, source }: { player: ReviewPlayer; source: Source }) {
  const { t } = useTexts();
  const video = useRef<HTMLVideoElement>(null);
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = video.current ?? audio.current;
    return element ? player.attach(source, element) : undefined;
  }, [player, source]);
  if (source === 'microphone') return <audio ref={audio} aria-label={t('source.microphone')} />;
  return (
    <video
      ref={video}
      muted
      playsInline
      disablePictureInPicture
      aria-label={t(`source.${source}`)}
      onClick={() => player.toggle()}
    />
  );
}

/** Who looks stands in the picture: a photograph of the page says where it came from (DP-14). */
function Watermark() {
  const { t } = useTexts();
  const me = useMe();
  return (
    <span className="watermark" aria-hidden>
      {t('review.player.watermark', { name: `${me.familyName} ${me.givenName}` })}
    </span>
  );
}

interface OverlayProps {
  player: ReviewPlayer;
  source: Source;
  state: SourceState | undefined;
  view: PlayerView;
  index: SegmentIndex;
}

function Overlay({ player, source, state, view, index }: OverlayProps) {
  const { t } = useTexts();
  const name = t(`source.${source}`);
  if (state === undefined || state === 'ready' || state === 'upcoming') return null;
  if (state === 'loading')
    return (
      <span className="overlay" data-quiet>
        <Loader size="sm" aria-label={t('review.player.loading')} />
      </span>
    );
  const cause = causeAt(index.gaps[source], view.position);
  return (
    <span className="overlay">
      <IconVideoOff size={22} stroke={1.5} aria-hidden />
      <span>{t(state === 'gap' ? 'review.player.gap' : 'review.player.broken', { source: name })}</span>
      {state === 'gap' && cause !== undefined && (
        <span>{t('review.player.gapCause', { cause: t(`record.cause.${cause}`) })}</span>
      )}
      {state === 'broken' && (
        <Button size="compact-sm" variant="default" onClick={() => player.retry()}>
          {t('action.retry')}
        </Button>
      )}
    </span>
  );
}

const noticeMilliseconds = 6000;

function SkippedNotice({ skipped, pauses }: { skipped: Skipped; pauses: ScreenAreaProps['pauses'] }) {
  const { t, timeWithSeconds, duration } = useTexts();
  const [shown, setShown] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setShown(false), noticeMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  const middle = (skipped.from + skipped.to) / 2;
  const paused = pauses.some((pause) => pause.from <= middle && middle <= pause.to);
  return (
    <Alert color="gray" p="xs" icon={<IconPlayerSkipForward size={18} aria-hidden />}>
      {t(paused ? 'review.player.skippedPause' : 'review.player.skipped', {
        duration: duration((skipped.to - skipped.from) / 1000),
        from: timeWithSeconds(new Date(skipped.from)),
        to: timeWithSeconds(new Date(skipped.to)),
      })}
      {!paused &&
        skipped.cause !== undefined &&
        `; ${t('review.player.gapCause', { cause: t(`record.cause.${skipped.cause}`) })}`}
    </Alert>
  );
}
