import type { AttemptState } from '@aigaq/contracts';
import { Lifecycle } from '@aigaq/kernel';

/** A person's answers to a form, from the invitation to the mark that stands. */
export const attemptLifecycle = new Lifecycle<AttemptState>('attempt', 'assigned', {
  assigned: ['open'],
  open: ['paused', 'submitted', 'expired'],
  paused: ['open', 'submitted', 'expired'],
  submitted: ['graded'],
  expired: ['graded'],
  graded: ['final'],
  final: [],
});

/** The answers are in, and a mark may be given or changed. */
export function isGradeable(state: AttemptState): boolean {
  return state === 'submitted' || state === 'expired' || state === 'graded';
}

/** Nothing that comes in any more changes the answers by itself. */
export function isHandedIn(state: AttemptState): boolean {
  return isGradeable(state) || state === 'final';
}
