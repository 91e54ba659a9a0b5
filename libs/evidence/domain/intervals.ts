/** A half-open stretch of time in whole milliseconds: `from` belongs to it, `to` does not. */
export interface Interval {
  from: number;
  to: number;
}

/** Sorted and disjoint, with no two that touch; what `union` gives. */
export type Intervals = readonly Interval[];

/** The same time without overlaps, in order. Holes up to `join` between two of them are closed. */
export function union(intervals: Iterable<Interval>, join = 0): Intervals {
  const sorted = [...intervals].filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from);
  const merged: Interval[] = [];
  for (const { from, to } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last.to + join) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** What is in both. */
export function intersection(a: Intervals, b: Intervals): Intervals {
  const common: Interval[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const from = Math.max(a[i]!.from, b[j]!.from);
    const to = Math.min(a[i]!.to, b[j]!.to);
    if (from < to) common.push({ from, to });
    if (a[i]!.to < b[j]!.to) i++;
    else j++;
  }
  return common;
}

/** What is in `a` and not in `b`. */
export function difference(a: Intervals, b: Intervals): Intervals {
  const rest: Interval[] = [];
  let j = 0;
  for (const { from, to } of a) {
    let at = from;
    while (j < b.length && b[j]!.to <= at) j++;
    for (let k = j; k < b.length && b[k]!.from < to; k++) {
      if (b[k]!.from > at) rest.push({ from: at, to: b[k]!.from });
      at = Math.max(at, b[k]!.to);
    }
    if (at < to) rest.push({ from: at, to });
  }
  return rest;
}

/** Milliseconds in all. */
export function total(intervals: Intervals): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}
