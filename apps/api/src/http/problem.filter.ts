import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  ForbiddenException,
  HttpException,
  Injectable,
} from '@nestjs/common';
import type { Request, Response } from 'express';

import type { Problem } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import { Log, StoreUnavailable } from '@aigaq/platform';

import { sendProblems } from './answer';
import { ProblemError } from './problem-error';

/** Answers what was thrown: a refusal with its reason, a bug with nothing but the id under which the log has it. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const problem = expected(error);
    const incident = problem && problem.code !== 'store_unavailable' ? undefined : newId();
    if (incident !== undefined)
      // The route, not the path that was asked for: tokens stand in paths.
      this.log.error('A request failed.', error, { incident, method: request.method, route: routeOf(request) });
    if (response.headersSent) {
      // Half an answer must not look like a whole one.
      response.destroy();
      return;
    }
    sendProblems(response, [problem ?? { code: 'internal' }], incident);
  }
}

function expected(error: unknown): Problem | undefined {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof StoreUnavailable) return { code: 'store_unavailable' };
  if (error instanceof ForbiddenException) return { code: 'forbidden' };
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (status === 404) return { code: 'not_found' };
    return status < 500 ? { code: 'bad_format' } : undefined;
  }
  return undefined;
}

function routeOf(request: Request): string {
  const { route } = request as { route?: { path?: string } };
  return route?.path ?? 'unknown';
}
