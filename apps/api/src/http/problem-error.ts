import type { Problem } from '@aigaq/contracts';

/** Carries an expected refusal from a guard to the filter, where Nest offers no other way. */
export class ProblemError extends Error {
  override name = 'ProblemError';

  constructor(readonly problem: Problem) {
    super(problem.code);
  }
}
