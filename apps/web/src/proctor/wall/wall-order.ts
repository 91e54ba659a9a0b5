import type { SittingRow } from '@aigaq/contracts';

import { needs } from './tile-state';

export type Sorting = 'name' | 'needs';

/** By name, or by who needs a person most; the names decide among equals. */
export function arranged(rows: readonly SittingRow[], sorting: Sorting, language: string): string[] {
  const collator = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  const byName = (a: SittingRow, b: SittingRow): number => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  return rows.toSorted((a, b) => (sorting === 'needs' ? needs(b) - needs(a) : 0) || byName(a, b)).map((row) => row.id);
}

/**
 * The order that stands, with who is new at its end and without who is gone: nothing moves until somebody asks for it.
 */
export function kept(order: readonly string[], rows: readonly SittingRow[]): string[] {
  const there = new Set(rows.map((row) => row.id));
  const known = new Set(order);
  return [...order.filter((id) => there.has(id)), ...rows.filter((row) => !known.has(row.id)).map((row) => row.id)];
}

/** Where an arrow leads from a tile in a grid; at an edge it stays. */
export function neighbour(index: number, count: number, columns: number, key: string): number {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    Home: -index,
    End: count - 1 - index,
  };
  const next = index + (steps[key] ?? 0);
  return next < 0 || next >= count ? index : next;
}
