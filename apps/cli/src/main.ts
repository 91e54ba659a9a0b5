import 'reflect-metadata';

import { runCommand } from './run-command';

/** Rewrites one line where a person looks on; elsewhere nothing. */
function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${text}`);
}

const terminal = {
  env: process.env,
  // npm runs scripts in the project's folder and says here where it was called.
  folder: process.env['INIT_CWD'] ?? process.cwd(),
  out: (text: string) => {
    progress('');
    process.stdout.write(text);
  },
  progress,
};

runCommand(process.argv.slice(2), terminal, (text) => process.stderr.write(text)).then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
