import type { AttemptReview, DecisionView, FlagView, SittingDetail, SittingState } from '@aigaq/contracts';

import { progress } from '../flags/flag-walk';

export type Outcome = DecisionView['outcome'];

/** What still stands between a sitting and a decision. */
export type Missing =
  | { readonly kind: 'running' }
  | { readonly kind: 'flags'; readonly count: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'second' };

export interface Readiness {
  /** Whether the outcome may be proposed now; the server decides all the same. */
  readonly possible: boolean;
  readonly needsSecond: boolean;
  readonly missing: readonly Missing[];
}

/**
 * The rule of the server (severity, clip, second person: DP-12) told before somebody runs into it.
 * @param secondFrom severity from which on a confirmed flag takes two people, from the event's rule set
 * @param clipOf whether a flag's time was recorded
 */
export function readiness(
  detail: Pick<SittingDetail, 'flags'> & { row: Pick<SittingDetail['row'], 'state'> },
  outcome: Outcome,
  secondFrom: number,
  clipOf: (flag: FlagView) => boolean,
): Readiness {
  const ended = isOver(detail.row.state);
  const { open } = progress(detail.flags);
  const confirmed = detail.flags.filter((flag) => flag.severity > 0 && flag.state === 'confirmed');
  const hurts = outcome !== 'cleared';
  const withoutFlag = hurts && !confirmed.some(clipOf);
  const needsSecond = hurts || confirmed.some((flag) => flag.severity >= secondFrom);
  const missing: Missing[] = [
    ...(ended ? [] : [{ kind: 'running' } as const]),
    ...(open > 0 ? [{ kind: 'flags', count: open } as const] : []),
    ...(withoutFlag ? [{ kind: 'flag' } as const] : []),
    ...(needsSecond ? [{ kind: 'second' } as const] : []),
  ];
  return { possible: ended && open === 0 && !withoutFlag, needsSecond, missing };
}

/** Ended, and not yet decided. */
export function isOver(state: SittingState): boolean {
  return state === 'ended' || state === 'in_review';
}

/** Items that have no points yet. */
export function ungraded(attempt: AttemptReview | undefined): number {
  return attempt?.items.filter((item) => item.points === null).length ?? 0;
}
