import {
  IconAlertTriangle,
  IconCheck,
  IconClock,
  IconFlag,
  IconHandStop,
  IconIdBadge2,
  IconLoader,
  IconPlayerPause,
  IconPlugConnectedX,
  IconRoute,
  IconUserOff,
  IconVideoOff,
  type Icon,
} from '@tabler/icons-react';
import { memo, useEffect, useRef, useState, type KeyboardEvent } from 'react';

import type { SittingRow } from '@aigaq/contracts';

import { TrackView } from '../../media';
import { useTexts } from '../../shared';
import { longUnseen } from './attention';
import { isPresent, tileStateOf, type TileState } from './tile-state';
import { useTrack } from './use-track';

export type Pictures = 'both' | 'camera' | 'screen';

export const stateIcons: Readonly<Record<TileState, Icon>> = {
  identity: IconIdBadge2,
  lost: IconPlugConnectedX,
  paused: IconPlayerPause,
  live: IconCheck,
  ready: IconClock,
  preparing: IconLoader,
  expected: IconClock,
  over: IconCheck,
  refused: IconUserOff,
  away: IconUserOff,
};

interface TileProps {
  row: SittingRow;
  pictures: Pictures;
  opened: boolean;
  /** The one tile that Tab reaches; arrows lead to the others. */
  reachable: boolean;
  minutesUnseen: number;
  onOpen: (id: string) => void;
  onReach: (id: string) => void;
  onLook: (id: string) => void;
}

/** A look is a look when it lasts, milliseconds. */
const lookMilliseconds = 1000;

export const Tile = memo(function Tile(props: TileProps) {
  const { row, pictures, opened, reachable, minutesUnseen, onOpen, onReach, onLook } = props;
  const { t } = useTexts();
  const state = tileStateOf(row);
  const { element, visible } = useVisible();
  const looking = useRef<ReturnType<typeof setTimeout>>(undefined);
  const begin = (): void => {
    clearTimeout(looking.current);
    looking.current = setTimeout(() => onLook(row.id), lookMilliseconds);
  };
  const stop = (): void => clearTimeout(looking.current);
  useEffect(() => () => clearTimeout(looking.current), []);
  const live = visible && isPresent(state);

  return (
    <button
      ref={element}
      type="button"
      className="tile"
      data-state={state}
      data-flagged={row.openFlags > 0 || undefined}
      data-opened={opened || undefined}
      data-sitting={row.id}
      aria-label={tileName(row, state, t, minutesUnseen)}
      aria-current={opened ? 'true' : undefined}
      tabIndex={reachable ? 0 : -1}
      onClick={() => onOpen(row.id)}
      onFocus={() => {
        onReach(row.id);
        begin();
      }}
      onBlur={stop}
      onPointerEnter={begin}
      onPointerLeave={stop}
      onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && stop()}
    >
      <span className="tile-pictures" data-pictures={pictures} aria-hidden>
        {pictures !== 'screen' && <Picture row={row} source="camera" wanted={live} />}
        {pictures !== 'camera' && <Picture row={row} source="screen" wanted={live} />}
      </span>
      <TileFoot row={row} state={state} minutesUnseen={minutesUnseen} />
    </button>
  );
});

function TileFoot({ row, state, minutesUnseen }: { row: SittingRow; state: TileState; minutesUnseen: number }) {
  const { t } = useTexts();
  const StateIcon = stateIcons[state];
  return (
    <span className="tile-foot" aria-hidden>
      <span className="tile-name">{row.name}</span>
      <span className="tile-line">
        <span className="tile-state">
          <StateIcon size={14} stroke={2} />
          {t(`watch.tile.${state}`)}
        </span>
        <span className="tile-marks">
          {row.unreadMessages > 0 && (
            <span className="tile-mark" data-kind="asks">
              <IconHandStop size={14} stroke={2} />
              {row.unreadMessages}
            </span>
          )}
          {row.alternativeRequested && (
            <span className="tile-mark" data-kind="asks">
              <IconRoute size={14} stroke={2} />
            </span>
          )}
          {row.openFlags > 0 && (
            <span className="tile-mark" data-kind="flags">
              <IconFlag size={14} stroke={2} />
              {row.openFlags}
            </span>
          )}
          {state === 'live' && minutesUnseen >= longUnseen && (
            <span className="tile-mark digits">{t('time.minutes', { minutes: minutesUnseen })}</span>
          )}
        </span>
      </span>
    </span>
  );
}

function Picture({ row, source, wanted }: { row: SittingRow; source: 'camera' | 'screen'; wanted: boolean }) {
  const { t } = useTexts();
  const track = useTrack(row.id, source, 'small', wanted);
  const state = tileStateOf(row);
  return (
    <span className="picture" data-source={source}>
      {track ? (
        <TrackView track={track} label={t(`watch.${source}`, { name: row.name })} />
      ) : (
        <span className="picture-none">
          {state === 'lost' ? <IconAlertTriangle size={18} /> : <IconVideoOff size={18} stroke={1.5} />}
          {isPresent(state) && <span>{t(source === 'camera' ? 'watch.tile.noCamera' : 'watch.tile.noScreen')}</span>}
        </span>
      )}
    </span>
  );
}

function tileName(row: SittingRow, state: TileState, t: ReturnType<typeof useTexts>['t'], minutes: number): string {
  return [
    t('watch.tile.name', { name: row.name, state: t(`watch.tile.${state}`) }),
    row.openFlags > 0 && t('watch.tile.flags', { count: row.openFlags }),
    row.unreadMessages > 0 && t('watch.tile.messages', { count: row.unreadMessages }),
    row.alternativeRequested && t('watch.tile.alternative'),
    state === 'live' && minutes >= longUnseen && t('watch.unseenFor', { minutes }),
  ]
    .filter((part) => part !== false)
    .join(', ');
}

/** Whether an element is on the screen: what is scrolled away is not received. */
function useVisible() {
  const element = useRef<HTMLButtonElement>(null);
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new IntersectionObserver((entries) => setVisible(entries.at(-1)?.isIntersecting === true), {
      rootMargin: '80px',
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, visible };
}
