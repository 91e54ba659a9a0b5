import { SetUpProblem } from './problem.mjs';
import { step } from './progress.mjs';

/**
 * Runs all checks, two at a time, and shows what each that fails has to say.
 * @param {readonly import('./checks.mjs').Check[]} checks
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runChecks(checks) {
  const waiting = [...checks];
  /** @type {string[]} */
  const faults = [];
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { name, run } = check;
      try {
        await step(name, () => run());
      } catch (error) {
        if (!(error instanceof SetUpProblem)) throw error;
        faults.push(`── ${name}\n${error.message}\n`);
      }
    }
  };
  // On a terminal two progress lines would overwrite each other.
  await Promise.all(process.stdout.isTTY ? [work()] : [work(), work()]);
  if (faults.length > 0) process.stdout.write(`\n${faults.join('\n')}\n`);
  return { passed: checks.length - faults.length, failed: faults.length };
}
