import { useRef, useState, type KeyboardEvent } from 'react';

import type { SittingRow } from '@aigaq/contracts';

import { useTexts } from '../../shared';
import { useKeys } from '../../shared/use-keys';
import { minutesUnseen, type Looks } from './attention';
import { Tile, type Pictures } from './tile';
import { neighbour } from './wall-order';

interface WallGridProps {
  rows: readonly SittingRow[];
  pictures: Pictures;
  openId: string | null;
  looks: Looks;
  since: number;
  now: number;
  onOpen: (id: string) => void;
  onLook: (id: string) => void;
}

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** The tiles of one page: one stop for Tab, arrows inside. */
export function WallGrid({ rows, pictures, openId, looks, since, now, onOpen, onLook }: WallGridProps) {
  const { t } = useTexts();
  const grid = useRef<HTMLDivElement>(null);
  const [reached, setReached] = useState<string | null>(null);
  const at = Math.max(
    0,
    rows.findIndex((row) => row.id === (reached ?? openId)),
  );

  const focusTile = (index: number): void => {
    const id = rows[index]?.id;
    if (id !== undefined) grid.current?.querySelector<HTMLElement>(`[data-sitting="${id}"]`)?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    if (!arrows.includes(event.key)) return;
    event.preventDefault();
    const columns = grid.current ? getComputedStyle(grid.current).gridTemplateColumns.split(' ').length : 1;
    focusTile(neighbour(at, rows.length, columns, event.key));
  };
  // From anywhere on the page an arrow leads onto the wall.
  const enter = (): void => focusTile(at);
  useKeys({ ArrowDown: enter, ArrowUp: enter, ArrowLeft: enter, ArrowRight: enter });

  return (
    <div
      ref={grid}
      className="wall-grid"
      role="group"
      aria-label={t('watch.wall')}
      data-pictures={pictures}
      onKeyDown={move}
    >
      {rows.map((row, index) => (
        <Tile
          key={row.id}
          row={row}
          pictures={pictures}
          opened={row.id === openId}
          reachable={index === at}
          minutesUnseen={minutesUnseen(looks, row.id, since, now)}
          onOpen={onOpen}
          onReach={setReached}
          onLook={onLook}
        />
      ))}
    </div>
  );
}
