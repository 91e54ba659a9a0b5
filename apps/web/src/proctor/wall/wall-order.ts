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
 * The order that stands: who is new among those to be shown comes at its end, who is off the roster goes. Who only
 * stopped matching stays in place, because a tile that vanishes moves all the others. Nothing else moves by itself.
 */
export function kept(order: readonly string[], roster: ReadonlySet<string>, matching: readonly string[]): string[] {
  const known = new Set(order);
  return [...order.filter((id) => roster.has(id)), ...matching.filter((id) => !known.has(id))];
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
