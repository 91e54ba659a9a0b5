import { useState } from 'react';

import type { SittingRow } from '@aigaq/contracts';

import { useTexts } from '../../shared';
import type { Pictures } from './tile';
import { passes, type WallFilter } from './tile-state';
import { arranged, kept, type Sorting } from './wall-order';

export const pageSizes = [6, 12, 20, 30] as const;

const remembered = 'aigaq.wall';

interface Kept {
  pictures: Pictures;
  pageSize: number;
}

export interface WallView extends Kept {
  /** In the order that stands, filtered. */
  readonly matching: readonly SittingRow[];
  readonly shown: readonly SittingRow[];
  readonly page: number;
  readonly pages: number;
  readonly search: string;
  readonly filter: WallFilter;
  readonly setSearch: (text: string) => void;
  readonly setFilter: (filter: WallFilter) => void;
  readonly setPictures: (pictures: Pictures) => void;
  readonly setPageSize: (size: number) => void;
  /** Orders anew, now; from then on it stands. */
  readonly sort: (sorting: Sorting) => void;
  /** Turning the page orders anew too, in the way that was asked for last. */
  readonly turn: (page: number) => void;
}

/** What of the wall is seen, and in which order. The order changes when somebody asks or turns the page, never else. */
export function useWallView(rows: readonly SittingRow[]): WallView {
  const { language } = useTexts();
  const [preferences, setPreferences] = useState(readPreferences);
  const [search, setSearch] = useState('');
  const [filter, setFilter] = useState<WallFilter>('present');
  const [sorting, setSorting] = useState<Sorting>('name');
  const [order, setOrder] = useState<readonly string[] | null>(null);
  const [page, setPage] = useState(1);

  const byId = new Map(rows.map((row) => [row.id, row]));
  const wanted = search.trim().toLocaleLowerCase(language);
  const now = rows.filter((row) => passes(row, filter) && row.name.toLocaleLowerCase(language).includes(wanted));
  const matchingIds = arranged(now, sorting, language);
  const standing = order === null ? matchingIds : kept(order, new Set(byId.keys()), matchingIds);
  // The order is remembered as it grows: two who come one after the other do not change places later.
  if (order === null || standing.length !== order.length || standing.some((id, index) => order[index] !== id))
    setOrder(standing);
  const matching = standing.flatMap((id) => byId.get(id) ?? []);
  const { pageSize } = preferences;
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const current = Math.min(page, pages);

  const keep = (change: Partial<Kept>): void => {
    const next = { ...preferences, ...change };
    localStorage.setItem(remembered, JSON.stringify(next));
    setPreferences(next);
  };
  const sort = (next: Sorting): void => {
    setSorting(next);
    setOrder(null);
    setPage(1);
  };
  return {
    ...preferences,
    matching,
    shown: matching.slice((current - 1) * pageSize, current * pageSize),
    page: current,
    pages,
    search,
    filter,
    setSearch: (text) => {
      setSearch(text);
      setOrder(null);
      setPage(1);
    },
    setFilter: (next) => {
      setFilter(next);
      setOrder(null);
      setPage(1);
    },
    setPictures: (pictures) => keep({ pictures }),
    setPageSize: (size) => {
      keep({ pageSize: size });
      setPage(1);
    },
    sort,
    turn: (next) => {
      const target = next > pages ? 1 : next < 1 ? pages : next;
      // A round begins: on the way through it everybody is met once.
      if (target === 1) setOrder(null);
      setPage(target);
    },
  };
}

function readPreferences(): Kept {
  try {
    const { pictures, pageSize } = JSON.parse(localStorage.getItem(remembered) ?? '{}') as Partial<Kept>;
    return {
      pictures: pictures === 'camera' || pictures === 'screen' ? pictures : 'both',
      pageSize: pageSizes.find((size) => size === pageSize) ?? 30,
    };
  } catch {
    return { pictures: 'both', pageSize: 30 };
  }
}
