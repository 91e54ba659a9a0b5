import type { Readable } from 'node:stream';

import {
  createParamDecorator,
  type ExecutionContext,
  RequestMapping,
  RequestMethod,
  Res,
  SetMetadata,
} from '@nestjs/common';
import type { Request, Response } from 'express';

import type { AnswerOf, InputOf, Method, Outcome, RouteDefinition } from '@aigaq/contracts';
import type { Actor, OpenSession, Origin } from '@aigaq/people';

import type { SessionCookies } from './cookies';

/** A file of a multipart body, whole in memory. */
export interface UploadedBytes {
  readonly bytes: Buffer;
  /** As the sender called it; never a path to be used. */
  readonly name: string;
  /** As the sender called it; look at the bytes before believing it. */
  readonly contentType: string;
}

type Anonymous = 'public' | 'signed_link' | 'media_node';

/** What a controller's method is given: read, checked by the route's schemas, and allowed. */
export interface Call<Route extends RouteDefinition> {
  /** Null only where the route is open to callers who are not signed in, and this one is not. */
  readonly actor: [Extract<Route['access'], Anonymous>] extends [never] ? Actor : Actor | null;
  readonly params: InputOf<Route>['params'];
  readonly query: InputOf<Route>['query'];
  readonly body: InputOf<Route>['body'];
  readonly origin: Origin;
  /** Of the session; undefined without one. */
  readonly csrfToken: string | undefined;
  /** By field; each field that the route names is there. */
  readonly files: Readonly<Record<string, UploadedBytes>>;
  /** The `Range` header of a request for a binary answer. */
  readonly range: string | undefined;
  /** The cookies of this browser; only what signs in and out touches them. */
  readonly cookies: SessionCookies;
}

/** Bytes as an answer. */
export interface Binary {
  readonly stream: Readable | Buffer;
  readonly contentType: string;
  /** Bytes in the stream. */
  readonly size: number;
  /** Of a part: first and last byte, both included, and the bytes of the whole. */
  readonly range?: { readonly start: number; readonly end: number; readonly total: number } | undefined;
  /** Offers the bytes for saving under this name. */
  readonly fileName?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export type AnswerTo<Route extends RouteDefinition> = Route['binary'] extends true ? Binary : AnswerOf<Route>;

/** What the guard and the interceptor leave on a request for each other. */
export interface ApiRequest extends Request {
  session?: OpenSession | null;
  call?: Call<RouteDefinition>;
}

export const HANDLED = 'aigaq:route';
export const UNLISTED = 'aigaq:unlisted';

const methods: Readonly<Record<Method, RequestMethod>> = {
  GET: RequestMethod.GET,
  POST: RequestMethod.POST,
  PUT: RequestMethod.PUT,
  PATCH: RequestMethod.PATCH,
  DELETE: RequestMethod.DELETE,
};

type Handler<Route extends RouteDefinition> = (call: Call<Route>) => Promise<Outcome<AnswerTo<Route>>>;

/**
 * Serves a route of the contracts with a controller's method. The route says method, path, who may
 * call, what is read and how often; the method is given a checked `Call` and answers an `Outcome`.
 */
export function Handle<const Route extends RouteDefinition>(route: Route) {
  return <Method extends Handler<Route>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<Method>,
  ): void => {
    const plain = descriptor as PropertyDescriptor;
    RequestMapping({ method: methods[route.method], path: `/api${route.path}` })(target, key, plain);
    SetMetadata(HANDLED, route)(target, key, plain);
    CallOfRequest()(target, key, 0);
    // Taken out of Nest's hands: the interceptor writes the answer.
    Res()(target, key, 1);
  };
}

/** A route outside of the contracts, for the machines that run the installation: says why it may be open. */
export const Unlisted = (reason: string) => SetMetadata(UNLISTED, reason);

const CallOfRequest = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { call } = context.switchToHttp().getRequest<ApiRequest>();
  if (!call) throw new Error('A handler was reached without the interceptor.');
  return call;
});

export function responseOf(context: ExecutionContext): Response {
  return context.switchToHttp().getResponse<Response>();
}
