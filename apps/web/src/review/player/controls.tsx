import { ActionIcon, Button, Group, SegmentedControl, Slider, Text, Tooltip } from '@mantine/core';
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward10,
  IconRewindForward10,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

import { useTexts } from '../../shared';
import { useKeys } from '../../shared/use-keys';
import { signedClock } from '../signed-clock';
import { rates, type Rate } from './master-clock';
import type { PlayerView, ReviewPlayer } from './review-player';

interface ControlsProps {
  player: ReviewPlayer;
  view: PlayerView;
  /** Where the clock of the page begins: the start of the sitting, or of the recording. */
  zero: number;
  running: boolean;
  hasSound: boolean;
}

const steps = { small: 5000, button: 10_000 };

export function Controls({ player, view, zero, running, hasSound }: ControlsProps) {
  const { t, timeWithSeconds } = useTexts();
  const by = (milliseconds: number): void => player.seek(view.position + milliseconds);
  const faster = (direction: 1 | -1): void => {
    const next = rates[rates.indexOf(view.rate) + direction];
    if (next !== undefined) player.setRate(next);
  };
  useKeys({
    Space: () => player.toggle(),
    ArrowLeft: () => by(-steps.small),
    ArrowRight: () => by(steps.small),
    '[': () => faster(-1),
    ']': () => faster(1),
    L: () => running && player.goLive(),
  });
  return (
    <Group gap="xs" className="player-controls" role="group" aria-label={t('review.player')}>
      <ControlButton label={t('review.player.back')} onClick={() => by(-steps.button)}>
        <IconRewindBackward10 size={20} stroke={1.6} aria-hidden />
      </ControlButton>
      <ActionIcon
        size="lg"
        aria-label={t(view.playing ? 'review.player.pause' : 'review.player.play')}
        aria-keyshortcuts="Space"
        onClick={() => player.toggle()}
      >
        {view.playing ? (
          <IconPlayerPauseFilled size={20} aria-hidden />
        ) : (
          <IconPlayerPlayFilled size={20} aria-hidden />
        )}
      </ActionIcon>
      <ControlButton label={t('review.player.forward')} onClick={() => by(steps.button)}>
        <IconRewindForward10 size={20} stroke={1.6} aria-hidden />
      </ControlButton>
      <SegmentedControl
        size="xs"
        aria-label={t('review.player.rate')}
        data={rates.map((rate) => ({ value: String(rate), label: `×${rate}` }))}
        value={String(view.rate)}
        onChange={(value) => player.setRate(Number(value) as Rate)}
      />
      {hasSound && <Volume player={player} />}
      <Text size="sm" className="digits position">
        <strong>{signedClock(view.position - zero)}</strong>
        <span className="dimmed"> {timeWithSeconds(new Date(view.position))}</span>
      </Text>
      {running && (
        <Tooltip label={t('review.player.liveHelp')}>
          <Button
            size="compact-sm"
            variant={view.nearLive ? 'filled' : 'default'}
            aria-pressed={view.nearLive}
            aria-keyshortcuts="l"
            onClick={() => player.goLive()}
          >
            {t(view.nearLive ? 'review.player.isLive' : 'review.player.live')}
            <kbd aria-hidden>L</kbd>
          </Button>
        </Tooltip>
      )}
    </Group>
  );
}

function ControlButton({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="lg" variant="default" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function Volume({ player }: { player: ReviewPlayer }) {
  const { t } = useTexts();
  const [volume, setVolume] = useState(1);
  const [muted, setMuted] = useState(false);
  const change = (next: number, mute: boolean): void => {
    setVolume(next);
    setMuted(mute);
    player.setVolume(mute ? 0 : next);
  };
  const toggle = (): void => change(volume === 0 ? 1 : volume, !muted);
  useKeys({ M: toggle });
  const silent = muted || volume === 0;
  const label = t(silent ? 'review.player.unmute' : 'review.player.mute');
  return (
    <Group gap={4} wrap="nowrap">
      <ControlButton label={label} onClick={toggle}>
        {silent ? <IconVolumeOff size={18} aria-hidden /> : <IconVolume size={18} aria-hidden />}
      </ControlButton>
      <Slider
        w={70}
        size="sm"
        min={0}
        max={1}
        step={0.05}
        label={null}
        thumbLabel={t('review.player.sound')}
        value={silent ? 0 : volume}
        onChange={(value) => change(value, false)}
      />
    </Group>
  );
}
