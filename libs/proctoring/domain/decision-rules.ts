import { failure, success } from '@aigaq/kernel';
import type { DecisionView, FlagState, Outcome } from '@aigaq/contracts';

export type DecisionOutcome = DecisionView['outcome'];

/** What a decision weighs of a flag. */
export interface WeighedFlag {
  /** 0 (technical, nobody's fault) to 4 (gross). */
  readonly severity: number;
  readonly state: FlagState;
  /** Recorded media overlap the time of the flag, so that a person can see what it says. */
  readonly hasClip: boolean;
}

export interface DecisionQuestion {
  readonly outcome: DecisionOutcome;
  readonly flags: readonly WeighedFlag[];
  /** From the event's rule set: from here on one person never decides alone (DP-12). */
  readonly secondPersonFromSeverity: number;
}

/** Outcomes that take something from the candidate. */
const hurts: Readonly<Record<DecisionOutcome, boolean>> = { cleared: false, retake: true, annulled: true };

/**
 * Whether a person may propose this outcome, and whether a second one must agree before it counts.
 * Refusals: `flags_open` while a flag waits to be looked at, `flag_needed` when nothing that was confirmed and can be
 * seen speaks for it. Flags of severity 0 (the network, the machine) neither block nor count. Source: domain.md 3.3, DP-12.
 */
export function weighDecision(question: DecisionQuestion): Outcome<{ needsSecond: boolean }> {
  const counting = question.flags.filter((flag) => flag.severity > 0);
  const open = counting.filter((flag) => flag.state === 'raised').length;
  if (open > 0) return failure({ code: 'flags_open', params: { count: open } });

  const confirmed = counting.filter((flag) => flag.state === 'confirmed');
  if (hurts[question.outcome]) {
    if (!confirmed.some((flag) => flag.hasClip)) return failure({ code: 'flag_needed', field: 'outcome' });
    return success({ needsSecond: true });
  }
  return success({ needsSecond: confirmed.some((flag) => flag.severity >= question.secondPersonFromSeverity) });
}

/** The second person is never the first one. */
export function maySecond(proposedBy: string, second: string): Outcome<void> {
  return proposedBy === second ? failure({ code: 'same_person' }) : success(undefined);
}

/** A span of time in milliseconds since 1970; `to` is null while it lasts. */
interface Span {
  readonly from: number;
  readonly to: number | null;
}

/** Whether any recorded part shows a moment of the flag; touching ends do not count, a flag of no length does. */
export function hasClip(flag: Span, recorded: readonly { readonly from: number; readonly to: number }[]): boolean {
  const to = flag.to ?? Number.POSITIVE_INFINITY;
  return recorded.some((part) =>
    to === flag.from ? part.from <= flag.from && flag.from < part.to : part.from < to && flag.from < part.to,
  );
}
