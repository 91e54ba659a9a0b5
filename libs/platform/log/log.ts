import { Injectable } from '@nestjs/common';
import pino from 'pino';

/** JSON lines on standard output. Names, mail addresses and document numbers do not belong in them. */
@Injectable()
export class Log {
  private readonly pino = pino({
    level: process.env['LOG_LEVEL'] ?? 'info',
    base: { process: process.env['PROCESS_NAME'] ?? 'aigaq' },
    timestamp: pino.stdTimeFunctions.isoTime,
    // Errors of libraries carry what they worked on: a failed query its parameters, and so names and hashes.
    serializers: { err: summaryOf },
  });

  info(message: string, data: Readonly<Record<string, unknown>> = {}): void {
    this.pino.info(data, message);
  }

  warn(message: string, data: Readonly<Record<string, unknown>> = {}): void {
    this.pino.warn(data, message);
  }

  error(message: string, error: unknown, data: Readonly<Record<string, unknown>> = {}): void {
    this.pino.error({ ...data, err: error }, message);
  }
}

function summaryOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { code } = error as NodeJS.ErrnoException;
  return { type: error.name, message: error.message, stack: error.stack, ...(code === undefined ? {} : { code }) };
}
