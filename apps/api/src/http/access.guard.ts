import { timingSafeEqual } from 'node:crypto';

import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';

import type { RouteDefinition } from '@aigaq/contracts';
import { FindSession, type OpenSession } from '@aigaq/people';
import { Limits } from '@aigaq/platform';

import { refusalOf } from './access';
import { cookieNames, readCookie } from './cookies';
import { type ApiRequest, HANDLED, UNLISTED } from './handle';
import { callerAddress, comesFromOurPage } from './origin';
import { ProblemError } from './problem-error';
import { SERVING, type ServingSettings } from './settings';

/** Stands before every route: whose request is it, does our own page send it, is it allowed, is it too often. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly findSession: FindSession,
    private readonly limits: Limits,
    @Inject(SERVING) private readonly settings: ServingSettings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const handler = context.getHandler();
    const route = this.reflector.get<RouteDefinition | undefined>(HANDLED, handler);
    if (!route) return this.reflector.get<string | undefined>(UNLISTED, handler) !== undefined;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    if (
      route.method !== 'GET' &&
      !comesFromOurPage(request.headers, request.headers.host, this.settings.allowedOrigins)
    )
      throw new ProblemError({ code: 'csrf_failed' });
    const session = await this.sessionOf(request);
    request.session = session;
    const refusal = refusalOf(route, session);
    if (refusal) throw new ProblemError(refusal);
    if (!csrfHolds(route, request, session)) throw new ProblemError({ code: 'csrf_failed' });
    await this.takeFromLimit(route, request, session);
    return true;
  }

  private async sessionOf(request: ApiRequest): Promise<OpenSession | null> {
    const token = readCookie(request.headers.cookie, cookieNames(this.settings.secure).session);
    return token === undefined ? null : this.findSession.run(token);
  }

  private async takeFromLimit(route: RouteDefinition, request: ApiRequest, session: OpenSession | null): Promise<void> {
    if (!route.limit) return;
    const address = callerAddress(request.headers, request.socket.remoteAddress, this.settings.proxyHops);
    const taken = await this.limits.take(route.limit, session?.actor.accountId ?? address);
    if (!taken.ok) throw new ProblemError(taken.problems[0] ?? { code: 'too_many_requests' });
  }
}

function csrfHolds(route: RouteDefinition, request: ApiRequest, session: OpenSession | null): boolean {
  if (route.method === 'GET' || route.access === 'public' || route.access === 'signed_link') return true;
  const given = Buffer.from(request.header('x-csrf-token') ?? '');
  const expected = Buffer.from(session?.csrfToken ?? '');
  return expected.length > 0 && given.length === expected.length && timingSafeEqual(given, expected);
}
