import type { ActionView, AttemptReview, MessageView } from '@aigaq/contracts';

import type { Span } from '../player/segment-index';

/** Stretches in which the time stood still, from what was done; one that lasts ends with `end`. */
export function pausesOf(actions: readonly ActionView[], end: number): Span[] {
  const pauses: Span[] = [];
  let from: number | null = null;
  for (const action of actions) {
    if (action.kind === 'paused') from ??= Date.parse(action.at);
    else if (from !== null && (action.kind === 'resumed' || action.kind === 'ended')) {
      pauses.push({ from, to: Date.parse(action.at) });
      from = null;
    }
  }
  return from === null ? pauses : [...pauses, { from, to: Math.max(from, end) }];
}

export interface AnswerMark {
  readonly at: number;
  readonly position: number;
  readonly itemId: string;
}

/** Every time that an answer was given or changed; versions of one item within a moment are one mark. */
export function answerMarks(attempt: AttemptReview | undefined): AnswerMark[] {
  const together = 5000;
  const marks = (attempt?.items ?? []).flatMap((item) => {
    const times = item.history.map((version) => Date.parse(version.at)).sort((a, b) => a - b);
    // Who types is saved every few seconds: the first of a run stands for all.
    return times
      .filter((at, index) => index === 0 || at - (times[index - 1] ?? 0) > together)
      .map((at) => ({ at, position: item.position, itemId: item.itemId }));
  });
  return marks.sort((a, b) => a.at - b.at);
}

export type Deed =
  | { readonly kind: 'action'; readonly at: number; readonly action: ActionView }
  | { readonly kind: 'message'; readonly at: number; readonly message: MessageView };

/** What was said and done, by time. */
export function deedsOf(actions: readonly ActionView[], messages: readonly MessageView[]): Deed[] {
  const deeds: Deed[] = [
    ...actions.map((action) => ({ kind: 'action' as const, at: Date.parse(action.at), action })),
    ...messages.map((message) => ({ kind: 'message' as const, at: Date.parse(message.at), message })),
  ];
  return deeds.sort((a, b) => a.at - b.at);
}

/** From the first moment that anything is known of to the last; null where nothing is. */
export function extentOf(spans: readonly (Span | null)[], moments: readonly number[]): Span | null {
  const edges = [...spans.flatMap((span) => (span ? [span.from, span.to] : [])), ...moments];
  if (edges.length === 0) return null;
  const from = edges.reduce((least, edge) => Math.min(least, edge), Infinity);
  const to = edges.reduce((most, edge) => Math.max(most, edge), -Infinity);
  return { from, to: Math.max(to, from + 1000) };
}
