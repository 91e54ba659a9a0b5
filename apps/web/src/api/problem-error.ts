import type { Problem } from '@aigaq/contracts';

/** What a request or a command failed with: problems that the server told, or the line that is down. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    readonly problems: readonly Problem[],
    /** HTTP status; 0 where nothing was answered, or where the answer came over a socket. */
    readonly status: number,
    /** Names a bug in the server's log. */
    readonly incident?: string,
    /** True where the server could not be reached: nothing was refused, try again. */
    readonly offline = false,
  ) {
    super(offline ? 'offline' : problems.map((problem) => problem.code).join(', '));
  }

  has(code: Problem['code']): boolean {
    return this.problems.some((problem) => problem.code === code);
  }

  static offline(): ProblemError {
    return new ProblemError([], 0, undefined, true);
  }
}

/** Whatever was thrown, as something that a screen can tell a person. */
export function asProblemError(thrown: unknown): ProblemError {
  return thrown instanceof ProblemError ? thrown : new ProblemError([{ code: 'internal' }], 0);
}
