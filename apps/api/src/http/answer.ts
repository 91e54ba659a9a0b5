import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import type { Response } from 'express';

import { type Problem, type ProblemAnswer, problemStatus } from '@aigaq/contracts';

import type { Binary } from './handle';

/** Refuses; the first problem gives the status. */
export function sendProblems(response: Response, problems: readonly Problem[], incident?: string): void {
  const [first] = problems;
  const answer: ProblemAnswer = { problems: [...problems], ...(incident === undefined ? {} : { incident }) };
  const seconds = first?.params?.['seconds'];
  if (first?.code === 'too_many_requests' && seconds !== undefined) response.setHeader('Retry-After', String(seconds));
  response.setHeader('Cache-Control', 'no-store');
  response.status(first ? problemStatus[first.code] : 500).json(answer);
}

export function sendJson(response: Response, value: unknown): void {
  response.setHeader('Cache-Control', 'no-store');
  response.status(200).json(value);
}

/** Sends the bytes; the promise resolves when the last one is gone or the reader went away. */
export async function sendBinary(response: Response, binary: Binary): Promise<void> {
  response.status(binary.range ? 206 : 200);
  response.setHeader('Content-Type', binary.contentType);
  response.setHeader('Content-Length', String(binary.size));
  response.setHeader('Accept-Ranges', 'bytes');
  response.setHeader('Cache-Control', 'private, no-store');
  // Whatever somebody uploaded, a browser does not run it.
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  if (binary.range) {
    const { start, end, total } = binary.range;
    response.setHeader('Content-Range', `bytes ${start}-${end}/${total}`);
  }
  if (binary.fileName !== undefined) response.attachment(binary.fileName).setHeader('Content-Type', binary.contentType);
  for (const [name, value] of Object.entries(binary.headers ?? {})) response.setHeader(name, value);
  const stream = Buffer.isBuffer(binary.stream) ? Readable.from([binary.stream]) : binary.stream;
  try {
    await pipeline(stream, response);
  } catch (error) {
    if (!isReaderGone(error)) throw error;
  }
}

function isReaderGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ERR_STREAM_PREMATURE_CLOSE' || code === 'ECONNRESET' || code === 'EPIPE';
}
