import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** The words of a PDF in one line, by pdftotext. */
export async function pdfText(path: string): Promise<string> {
  const { stdout } = await execute('pdftotext', ['-layout', path, '-'], { maxBuffer: 16 * 1024 * 1024 });
  return stdout.replace(/\s+/g, ' ');
}
