import { spawn } from 'node:child_process';
import { SetUpProblem } from './problem.mjs';

/**
 * Runs a command to its end and answers what it printed. Its output is shown only when it fails: the last lines of it.
 * @param {string} file
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, what?: string, lines?: number }} [options]
 * @returns {Promise<string>} standard output and standard error together
 * @throws {SetUpProblem} when the command is missing or ends with another status than 0
 */
export function run(file, args, { cwd, env, what = [file, ...args].join(' '), lines = 30 } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...(cwd === undefined ? {} : { cwd }),
      // What is captured is shown in a message: no colours.
      env: { ...(env ?? process.env), NO_COLOR: '1', FORCE_COLOR: undefined },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const take = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => reject(new SetUpProblem(`${what}: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output);
      else reject(new SetUpProblem(`${what} ended with ${signal ?? `status ${code}`}:\n${tail(output, lines)}`));
    });
  });
}

/**
 * @param {string} text
 * @param {number} lines
 */
export function tail(text, lines) {
  return text.trimEnd().split('\n').slice(-lines).join('\n');
}

/**
 * The full path of a command that is on the search path.
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string | undefined>}
 */
export async function findCommand(name, env = process.env) {
  const { access, constants } = await import('node:fs/promises');
  const { delimiter, join } = await import('node:path');
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const file = join(folder, name);
    const found = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return file;
  }
  return undefined;
}
