import { ActionIcon, Button, Group, Text, Tooltip } from '@mantine/core';
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';

import { useTexts } from '../../shared';
import { useKeys } from '../../shared/use-keys';
import type { Span } from '../player/segment-index';
import { Lanes, type LanesProps } from './timeline-lanes';
import { following, percentAt, zoomed, type Viewport } from './viewport';

export interface TimelineProps extends LanesProps {
  whole: Span;
  position: number | null;
  onSeek: (position: number) => void;
}

/** The centre of the review: what was recorded, noticed, answered and done, on one scale. Click, drag or use the keys. */
export function Timeline(props: TimelineProps) {
  const { whole, position, onSeek, ...lanes } = props;
  const { zero } = lanes;
  const { t, duration } = useTexts();
  const [wished, setWished] = useState<Viewport | null>(null);
  const view = wished ? following(wished, whole, position ?? wished.from) : whole;
  const zoom = (direction: 'in' | 'out'): void => {
    const next = zoomed(view, whole, position ?? (view.from + view.to) / 2, direction);
    setWished(next.to - next.from >= whole.to - whole.from ? null : next);
  };
  useKeys({ '+': () => zoom('in'), '=': () => zoom('in'), '-': () => zoom('out') });
  return (
    <section className="timeline" aria-label={t('review.timeline')}>
      <Group justify="space-between" gap="xs">
        <Legend />
        <Group gap={4}>
          <Text size="xs" c="dimmed" className="digits">
            {duration((view.to - view.from) / 1000)}
          </Text>
          <Tooltip label={t('review.timeline.zoomOut')}>
            <ActionIcon
              variant="default"
              size="sm"
              aria-label={t('review.timeline.zoomOut')}
              disabled={wished === null}
              onClick={() => zoom('out')}
            >
              <IconZoomOut size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('review.timeline.zoomIn')}>
            <ActionIcon variant="default" size="sm" aria-label={t('review.timeline.zoomIn')} onClick={() => zoom('in')}>
              <IconZoomIn size={14} aria-hidden />
            </ActionIcon>
          </Tooltip>
          <Button size="compact-xs" variant="subtle" disabled={wished === null} onClick={() => setWished(null)}>
            {t('review.timeline.whole')}
          </Button>
        </Group>
      </Group>
      <div className="lanes">
        <Lanes {...lanes} view={view} />
        <Scrubber view={view} whole={whole} zero={zero} position={position} onSeek={onSeek} />
      </div>
    </section>
  );
}

function Legend() {
  const { t } = useTexts();
  return (
    <ul className="legend">
      {(['recorded', 'gap', 'pause', 'outside'] as const).map((kind) => (
        <li key={kind}>
          <span className="swatch" data-kind={kind} aria-hidden />
          {t(`review.timeline.legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
}

/** The invisible slider over all lanes: pointer and keyboard. */
function Scrubber({
  view,
  whole,
  zero,
  position,
  onSeek,
}: Pick<TimelineProps, 'whole' | 'zero' | 'position' | 'onSeek'> & { view: Viewport }) {
  const { t, timeWithSeconds, duration } = useTexts();
  const area = useRef<HTMLDivElement>(null);
  const at = position ?? view.from;
  const seekTo = (event: PointerEvent): void => {
    const box = area.current?.getBoundingClientRect();
    if (!box || box.width === 0) return;
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    onSeek(view.from + share * (view.to - view.from));
  };
  const keys: Readonly<Record<string, number>> = {
    ArrowLeft: at - 5000,
    ArrowRight: at + 5000,
    ArrowDown: at - 5000,
    ArrowUp: at + 5000,
    PageDown: at - 60_000,
    PageUp: at + 60_000,
    Home: whole.from,
    End: whole.to,
  };
  const hear = (event: KeyboardEvent): void => {
    const target = keys[event.key];
    if (target === undefined) return;
    event.preventDefault();
    onSeek(target);
  };
  return (
    <div
      ref={area}
      className="scrubber"
      role="slider"
      tabIndex={0}
      aria-label={t('review.timeline')}
      aria-valuemin={0}
      aria-valuemax={Math.round((whole.to - whole.from) / 1000)}
      aria-valuenow={Math.round((at - whole.from) / 1000)}
      aria-valuetext={t('review.timeline.position', {
        time: timeWithSeconds(new Date(at)),
        since: duration((at - zero) / 1000),
      })}
      onKeyDown={hear}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        seekTo(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && seekTo(event)}
    >
      {position !== null && <span className="playhead" style={{ left: `${percentAt(view, position)}%` }} />}
    </div>
  );
}
