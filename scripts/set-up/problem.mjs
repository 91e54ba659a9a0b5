/** A fault that a person can mend: it is printed as it is, without a stack trace, and ends the command with status 1. */
export class SetUpProblem extends Error {
  /**
   * @param {string} message what is wrong, in one sentence
   * @param {string} [remedy] what to do about it
   */
  constructor(message, remedy) {
    super(message);
    this.name = 'SetUpProblem';
    this.remedy = remedy;
  }
}

/**
 * Runs a command's main function; expected problems become a clear message, everything else is a bug and keeps its trace.
 * @param {() => Promise<number | void>} main answers the exit status
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    process.stderr.write(`\n✗ ${error.message}\n${error.remedy === undefined ? '' : `  ${error.remedy}\n`}`);
    process.exitCode = 1;
  }
}
