import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { findCommand } from '../../../scripts/set-up/command.mjs';

const execute = promisify(execFile);

/** The words of a PDF in one line, by pdftotext; null on a machine that has none. */
export async function pdfText(path: string): Promise<string | null> {
  if ((await findCommand('pdftotext')) === undefined) return null;
  const { stdout } = await execute('pdftotext', ['-layout', path, '-'], { maxBuffer: 16 * 1024 * 1024 });
  return stdout.replace(/\s+/g, ' ');
}
