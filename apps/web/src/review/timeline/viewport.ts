import type { Span } from '../player/segment-index';

/** The stretch of time that the timeline shows, in milliseconds since 1970. */
export type Viewport = Span;

/** Milliseconds: closer than this nothing more is to be seen. */
const closest = 20_000;
const step = 2;

/** Zooms around a moment, which stays where it is on the screen. */
export function zoomed(view: Viewport, whole: Span, around: number, direction: 'in' | 'out'): Viewport {
  const width = view.to - view.from;
  const wanted = direction === 'in' ? width / step : width * step;
  const next = Math.min(whole.to - whole.from, Math.max(Math.min(closest, whole.to - whole.from), wanted));
  const center = Math.min(view.to, Math.max(view.from, around));
  const share = width === 0 ? 0.5 : (center - view.from) / width;
  return within({ from: center - share * next, to: center + (1 - share) * next }, whole);
}

/** Moves on with the playhead when it leaves the shown stretch. */
export function following(view: Viewport, whole: Span, position: number): Viewport {
  if (position >= view.from && position <= view.to) return within(view, whole);
  const width = view.to - view.from;
  // A little of what came before stays in sight.
  const from = position - width * (position > view.to ? 0.1 : 0.9);
  return within({ from, to: from + width }, whole);
}

/** Keeps a stretch inside the whole, without changing its width where that is possible. */
export function within(view: Viewport, whole: Span): Viewport {
  const width = Math.min(view.to - view.from, whole.to - whole.from);
  const from = Math.min(whole.to - width, Math.max(whole.from, view.from));
  return { from, to: from + width };
}

/** Where a moment lies, in per cent of the shown stretch; may lie outside 0…100. */
export function percentAt(view: Viewport, moment: number): number {
  const width = view.to - view.from;
  return width <= 0 ? 0 : ((moment - view.from) / width) * 100;
}

/** Which of some places in order can carry a label without lying on the one before; per cent of the shown stretch. */
export function labelled(percents: readonly number[], least: number): boolean[] {
  let last = -Infinity;
  return percents.map((percent) => {
    const fits = percent >= 0 && percent - last >= least;
    if (fits) last = percent;
    return fits;
  });
}

/** Milliseconds between two marks of the scale, so that there are between five and twelve. */
export function scaleStep(view: Viewport): number {
  const seconds = [1, 5, 10, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400];
  const width = (view.to - view.from) / 1000;
  return (seconds.find((each) => width / each <= 10) ?? 14_400) * 1000;
}
