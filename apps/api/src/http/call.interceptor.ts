import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { defer, lastValueFrom, type Observable } from 'rxjs';

import type { Outcome, RouteDefinition } from '@aigaq/contracts';
import type { Origin } from '@aigaq/people';

import { sendBinary, sendJson, sendProblems } from './answer';
import { cookiesOf } from './cookies';
import { type ApiRequest, type Binary, HANDLED, responseOf } from './handle';
import { callerAddress } from './origin';
import { readInput } from './read-input';
import { SERVING, type ServingSettings } from './settings';

/** Reads a request into a `Call`, lets the controller answer it and writes the outcome. */
@Injectable()
export class CallInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Inject(SERVING) private readonly settings: ServingSettings,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route = this.reflector.get<RouteDefinition | undefined>(HANDLED, context.getHandler());
    if (context.getType() !== 'http' || !route) return next.handle();
    return defer(() => this.serve(route, context, next));
  }

  private async serve(route: RouteDefinition, context: ExecutionContext, next: CallHandler): Promise<void> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const response = responseOf(context);
    const input = await readInput(route, request, response);
    if (!input.ok) return sendProblems(response, input.problems);
    request.call = {
      actor: request.session?.complete ? request.session.actor : null,
      ...input.value.checked,
      files: input.value.files,
      origin: originOf(request, this.settings.proxyHops),
      csrfToken: request.session?.csrfToken,
      range: route.binary ? request.header('range') : undefined,
      cookies: cookiesOf(request, response, this.settings.secure),
    };
    const outcome = (await lastValueFrom(next.handle())) as Outcome<unknown>;
    if (!outcome.ok) return sendProblems(response, outcome.problems);
    if (route.binary) return sendBinary(response, outcome.value as Binary);
    if (this.settings.checkAnswers) route.answer.parse(outcome.value);
    sendJson(response, outcome.value);
  }
}

function originOf(request: ApiRequest, hops: number): Origin {
  return {
    address: callerAddress(request.headers, request.socket.remoteAddress, hops),
    userAgent: (request.header('user-agent') ?? '').slice(0, 500),
  };
}
