import type { FlagView, SittingDetail } from '@aigaq/contracts';

import { spanAt, type SegmentIndex } from '../player/segment-index';

/** A clip begins so many milliseconds before its flag: what led to it has to be seen too. */
export const leadIn = 5000;

/** By time; what cannot be blamed on anyone stands among the others, because it explains them. */
export function inOrder(flags: readonly FlagView[]): FlagView[] {
  return flags.toSorted((a, b) => a.startedAt.localeCompare(b.startedAt) || a.id.localeCompare(b.id));
}

/** The next or the previous flag; at an end it stays there. Without a selection: the first that waits, else the first. */
export function walk(flags: readonly FlagView[], selected: string | undefined, step: 1 | -1): FlagView | undefined {
  const at = flags.findIndex((flag) => flag.id === selected);
  if (at < 0) return flags.find(isOpen) ?? flags[0];
  return flags[Math.min(flags.length - 1, Math.max(0, at + step))];
}

/** Waits for a person; what is nobody's fault waits for nobody. */
export function isOpen(flag: Pick<FlagView, 'state' | 'severity'>): boolean {
  return flag.state === 'raised' && flag.severity > 0;
}

/** How many were looked at by a person; severity 0 speaks against nobody and waits for nobody. */
export function progress(flags: readonly FlagView[]): { seen: number; all: number; open: number } {
  const counting = flags.filter((flag) => flag.severity > 0);
  const open = counting.filter(isOpen).length;
  return { seen: counting.length - open, all: counting.length, open };
}

/** Whether any moment of a flag was recorded. */
export function hasClip(flag: Pick<FlagView, 'startedAt' | 'endedAt'>, index: SegmentIndex | null): boolean {
  if (!index) return false;
  const from = Date.parse(flag.startedAt);
  const to = flag.endedAt === null ? Infinity : Date.parse(flag.endedAt);
  return spanAt(index.anything, from) !== undefined || index.anything.some((span) => span.from < to && from < span.to);
}

/** Once a decision stands or waits, what it rests on no longer changes. */
export function isLocked(detail: Pick<SittingDetail, 'decision'>): boolean {
  return detail.decision !== null && detail.decision.state !== 'rejected';
}
